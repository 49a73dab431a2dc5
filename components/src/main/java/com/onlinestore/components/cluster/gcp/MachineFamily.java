package com.onlinestore.components.cluster.gcp;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Google's machine families for general work, with what sets them apart for a cluster.
 *
 * <p>Prices are list prices in us-central1 of {@link GkeCosts#AS_OF}, in US dollars of an hour.
 */
enum MachineFamily {
  E2("0.02181", "0.00292", Memory.TIGHT, Disk.PERSISTENT),
  N1("0.03161", "0.00424", Memory.FIRST, Disk.PERSISTENT),
  N2("0.03161", "0.00424", Memory.TIGHT, Disk.PERSISTENT),
  N2D("0.02750", "0.00369", Memory.TIGHT, Disk.PERSISTENT),
  N4("0.03205", "0.00385", Memory.ROUND, Disk.HYPERDISK),
  T2D("0.02750", "0.00369", Memory.ROUND, Disk.PERSISTENT),
  T2A("0.02500", "0.00338", Memory.ROUND, Disk.PERSISTENT),
  C2("0.03398", "0.00455", Memory.ROUND, Disk.PERSISTENT),
  C2D("0.02956", "0.00396", Memory.ROUND, Disk.PERSISTENT),
  C3("0.03465", "0.00394", Memory.ROUND, Disk.PERSISTENT),
  C3D("0.02956", "0.00396", Memory.ROUND, Disk.PERSISTENT),
  C4("0.03465", "0.00394", Memory.ODD, Disk.HYPERDISK),
  C4A("0.03086", "0.00351", Memory.ROUND, Disk.HYPERDISK);

  /** GiB of memory for each vCPU, by shape. */
  private enum Memory {
    TIGHT("4", "8", "1"),
    ROUND("4", "8", "2"),
    ODD("3.75", "7.75", "2"),
    FIRST("3.75", "6.5", "0.9");

    private final String standard;
    private final String highmem;
    private final String highcpu;

    Memory(String standard, String highmem, String highcpu) {
      this.standard = standard;
      this.highmem = highmem;
      this.highcpu = highcpu;
    }
  }

  /** The disks that machines of a family can attach: each knows only one of the two kinds. */
  private enum Disk {
    PERSISTENT("pd-balanced"),
    HYPERDISK("hyperdisk-balanced");

    private final String type;

    Disk(String type) {
      this.type = type;
    }
  }

  private final BigDecimal cpu;
  private final BigDecimal gibibyte;
  private final Memory memory;
  private final Disk disk;

  MachineFamily(String cpu, String gibibyte, Memory memory, Disk disk) {
    this.cpu = new BigDecimal(cpu);
    this.gibibyte = new BigDecimal(gibibyte);
    this.memory = memory;
    this.disk = disk;
  }

  /** The family of {@code e2-standard-4} and the like; empty where it is not known. */
  static Optional<MachineFamily> of(String machineType) {
    return Arrays.stream(values())
        .filter(family -> family.toString().equals(prefix(machineType)))
        .findFirst();
  }

  /** What stands before the first dash. */
  static String prefix(String machineType) {
    return machineType.split("-", 2)[0];
  }

  /** Every family as a stack file writes it. */
  static List<String> known() {
    return Arrays.stream(values()).map(MachineFamily::toString).sorted().toList();
  }

  /** GKE taints its nodes: only pods that select arm64 run there. */
  boolean arm64() {
    return this == T2A || this == C4A;
  }

  /** The type of a node's boot disk. */
  String bootDisk() {
    return disk.type;
  }

  /** Whether volumes of the cluster's usual classes can be attached. */
  boolean persistentDisks() {
    return disk == Disk.PERSISTENT;
  }

  /** The zones that have it, as region and letters; empty for a family without such limits. */
  List<String> onlyIn() {
    return this == T2A
        ? List.of(
            "asia-southeast1-b",
            "asia-southeast1-c",
            "europe-west4-a",
            "europe-west4-b",
            "europe-west4-c",
            "us-central1-a",
            "us-central1-b",
            "us-central1-f")
        : List.of();
  }

  /** GiB of memory for each vCPU of a shape. */
  BigDecimal memoryPerCpu(String shape) {
    return new BigDecimal(
        switch (shape) {
          case "standard" -> memory.standard;
          case "highmem" -> memory.highmem;
          default -> memory.highcpu;
        });
  }

  /** Dollars of an hour. */
  BigDecimal price(BigDecimal cpus, BigDecimal gibibytes) {
    return cpu.multiply(cpus).add(gibibyte.multiply(gibibytes));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
