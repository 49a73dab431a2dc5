package com.onlinestore.review.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.mesh.Node;
import com.onlinestore.review.drawing.Drawing.Box;
import com.onlinestore.review.drawing.Drawing.Frame;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static final Node ANYONE = new Node(Node.Kind.CALLERS, "", "anyone");
  private static final Node GATEWAY = new Node(Node.Kind.GATEWAY, "edge", "gateway");
  private static final Node ORDERS = service("store", "orders");
  private static final Node PAYMENTS = service("store", "payments");
  private static final Node HOST = new Node(Node.Kind.HOST, "", "api.example.com");

  @Test
  void callsLeadFromLeftToRight() {
    Drawing drawing =
        Layout.of(
            List.of(ANYONE, GATEWAY, ORDERS, PAYMENTS, HOST),
            List.of(
                call(ANYONE, GATEWAY),
                call(GATEWAY, ORDERS),
                call(ORDERS, PAYMENTS),
                call(PAYMENTS, HOST)));

    assertThat(drawing.boxes())
        .extracting(Box::node)
        .containsExactly(ANYONE, GATEWAY, ORDERS, PAYMENTS, HOST);
    assertThat(drawing.boxes()).extracting(Box::x).isSorted().doesNotHaveDuplicates();
    assertThat(drawing.boxes()).extracting(Box::y).containsOnly(42);
    assertThat(drawing.frames())
        .extracting(Frame::title)
        .containsExactly("edge", "outside", "store");
  }

  @Test
  void anArrowThatCallsBackEndsAtTheRightOfItsBox() {
    Drawing drawing =
        Layout.of(
            List.of(ORDERS, PAYMENTS), List.of(call(ORDERS, PAYMENTS), call(PAYMENTS, ORDERS)));

    Box orders = drawing.boxes().get(0);
    assertThat(drawing.arrows().get(1).path())
        .endsWith(" %d,%d".formatted(orders.right() + 3, orders.middle()));
  }

  @Test
  void whatIsRefusedDecidesNoPlace() {
    List<Node> nodes = List.of(ORDERS, PAYMENTS);
    Drawing drawing = Layout.of(nodes, List.of(new Link(PAYMENTS, ORDERS, true)));

    assertThat(drawing.boxes()).extracting(Box::x).containsOnly(26);
    assertThat(drawing.arrows()).hasSize(1);
  }

  @Test
  void nothingToDrawIsDrawn() {
    assertThat(Layout.of(List.of(), List.of()).boxes()).isEmpty();
  }

  @Test
  void nothingOverlapsWhateverTheGraph() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      List<Node> nodes = nodes(random);
      Drawing drawing = Layout.of(nodes, links(random, nodes));
      Rectangle all = new Rectangle(drawing.width(), drawing.height());
      List<Rectangle> boxes =
          drawing.boxes().stream()
              .map(box -> new Rectangle(box.x(), box.y(), box.width(), box.height()))
              .toList();
      List<Rectangle> frames =
          drawing.frames().stream()
              .map(frame -> new Rectangle(frame.x(), frame.y(), frame.width(), frame.height()))
              .toList();
      apart(boxes);
      apart(frames);
      assertThat(boxes).allMatch(all::contains);
      assertThat(frames).allMatch(all::contains);
    }
  }

  @Test
  void theOrderOfWhatIsGivenDoesNotMatter() {
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      List<Node> nodes = nodes(random);
      List<Link> links = new ArrayList<>(links(random, nodes));
      Drawing drawing = Layout.of(nodes, links);
      Collections.shuffle(nodes, random);
      Collections.shuffle(links, random);
      assertThat(Layout.of(nodes, links)).isEqualTo(drawing);
    }
  }

  private static void apart(List<Rectangle> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(all.get(i).intersects(all.get(j))).as("%s %s", all.get(i), all.get(j)).isFalse();
      }
    }
  }

  private static List<Node> nodes(Random random) {
    Set<Node> nodes = new HashSet<>();
    IntStream.range(0, 2 + random.nextInt(20))
        .forEach(
            i -> {
              Node.Kind kind = Node.Kind.values()[random.nextInt(4)];
              String namespace = kind == Node.Kind.HOST ? "" : "ns" + random.nextInt(3);
              nodes.add(new Node(kind, namespace, "n".repeat(1 + random.nextInt(30)) + i));
            });
    return new ArrayList<>(nodes.stream().sorted().toList());
  }

  private static List<Link> links(Random random, List<Node> nodes) {
    return IntStream.range(0, random.nextInt(3 * nodes.size()))
        .mapToObj(
            i ->
                new Link(
                    nodes.get(random.nextInt(nodes.size())),
                    nodes.get(random.nextInt(nodes.size())),
                    random.nextInt(5) == 0))
        .distinct()
        .toList();
  }

  private static Link call(Node from, Node to) {
    return new Link(from, to, false);
  }

  private static Node service(String namespace, String name) {
    return new Node(Node.Kind.SERVICE, namespace, name);
  }
}
