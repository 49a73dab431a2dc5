package com.onlinestore.plan.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidTest {

  private static final Node ENTRANCE = new Node(Node.Kind.GATEWAY, "edge", "entrance");
  private static final Node END = new Node(Node.Kind.SERVICE, "store", "end");
  private static final Node GRAPH = new Node(Node.Kind.SERVICE, "store", "graph-x");
  private static final Node HOST = Node.host("api.example.com");

  @Test
  void drawsGatewaysServicesAndHostsInSubgraphsOfTheirOwn() {
    CallGraph graph =
        new CallGraph(
            List.of(Node.ANYONE, ENTRANCE, END, GRAPH, HOST),
            List.of(
                call(Node.ANYONE, ENTRANCE),
                new Call(
                    END, END, List.of("80"), List.of("GET", "PUT"), List.of("/\"a\"#"), List.of()),
                new Call(GRAPH, HOST, List.of("TLS 443"), List.of(), List.of(), List.of())),
            List.of(
                new Call(
                    Node.ANYONE, END, List.of(), List.of("DELETE"), List.of(), List.of("x = y"))));
    assertThat(Mermaid.of(graph))
        .isEqualTo(
            """
            flowchart LR
              callers_anyone(("anyone"))
              subgraph group_gateway_20_edge["gateway: edge"]
                gateway_edge_2f_entrance{{"entrance"}}
              end
              subgraph group_service_20_store["store"]
                service_store_2f_end["end"]
                service_store_2f_graph_2d_x["graph-x"]
              end
              subgraph group_host_20_["outside"]
                host_api_2e_example_2e_com(["api.example.com"])
              end
              callers_anyone --> gateway_edge_2f_entrance
              service_store_2f_end -->|"GET, PUT /#quot;a#quot;#35; 80"| service_store_2f_end
              service_store_2f_graph_2d_x -->|"TLS 443"| host_api_2e_example_2e_com
              callers_anyone --x|"DELETE x = y"| service_store_2f_end
            """);
  }

  /** All names of up to four of the letters that could be taken for each other. */
  @Test
  void idsAreSafeAndTellAnyTwoNamesApart() {
    List<String> names = new ArrayList<>(List.of(""));
    for (int i = 0; i < names.size() && names.get(i).length() < 4; i++) {
      for (String letter : List.of("a", "2", "d", "-", ".", "_")) {
        names.add(names.get(i) + letter);
      }
    }
    List<String> ids = names.stream().map(MermaidTest::id).toList();
    assertThat(ids)
        .hasSize(1555)
        .doesNotHaveDuplicates()
        .allMatch(Pattern.compile("service_[a-z0-9_]+").asMatchPredicate());
  }

  private static String id(String name) {
    Node node = new Node(Node.Kind.SERVICE, "store", name);
    String chart = Mermaid.of(new CallGraph(List.of(node), List.of(call(node, node)), List.of()));
    return Arrays.stream(chart.split("\n"))
        .reduce((first, last) -> last)
        .orElseThrow()
        .split(" ")[2];
  }

  private static Call call(Node from, Node to) {
    return new Call(from, to, List.of(), List.of(), List.of(), List.of());
  }
}
