package io.ergodic.jobs.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers, on loopback, the requests of MLflow's REST interface (2.0) that trials make. */
final class MlflowStub implements AutoCloseable {
  private static final String BASE = "/api/2.0/mlflow/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile String broken = "";

  /** A request as it came in: the endpoint without its base, the body, who asked. */
  record Request(String endpoint, JsonNode body, String authorization) {}

  MlflowStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext(BASE, this::answer);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on this endpoint answers that something went wrong. */
  void breaks(String endpoint) {
    broken = endpoint;
  }

  List<JsonNode> bodies(String endpoint) {
    return requests.stream().filter(r -> r.endpoint().equals(endpoint)).map(Request::body).toList();
  }

  List<Request> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String endpoint = exchange.getRequestURI().getPath().substring(BASE.length());
    JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    requests.add(
        new Request(endpoint, body, exchange.getRequestHeaders().getFirst("Authorization")));
    if (endpoint.equals(broken)) {
      send(exchange, 500, "{\"error_code\": \"INTERNAL_ERROR\", \"message\": \"disk full\"}");
      return;
    }
    switch (endpoint) {
      case "experiments/get-by-name" ->
          send(exchange, 404, "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"no\"}");
      case "experiments/create" -> send(exchange, 200, "{\"experiment_id\": \"7\"}");
      case "runs/create" -> {
        String id = "run" + bodies(endpoint).size();
        send(exchange, 200, "{\"run\": {\"info\": {\"run_id\": \"" + id + "\"}}}");
      }
      case "runs/log-batch", "runs/update" -> send(exchange, 200, "{}");
      default -> send(exchange, 404, "{\"error_code\": \"ENDPOINT_NOT_FOUND\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
