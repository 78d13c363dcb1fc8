package news.dateline.cli;

import news.dateline.schemas.wire.AvroSerdes;

/** Where the parts of a running stack are: the contract's loopback ports, unless the environment moves them. */
final class Addresses {
    private Addresses() {}

    static int port(String name, int usual) {
        String moved = System.getenv("DATELINE_" + name + "_PORT");
        try {
            return moved == null || moved.isBlank() ? usual : Integer.parseInt(moved.strip());
        } catch (NumberFormatException e) {
            throw new Failure("DATELINE_" + name + "_PORT is '" + moved + "'; it must be a port number");
        }
    }

    static String ingest(String given) {
        return given != null ? trimmed(given) : "http://127.0.0.1:" + port("INGEST", 8081);
    }

    static String sink(String given) {
        return given != null ? trimmed(given) : "http://127.0.0.1:" + port("SINK", 8083);
    }

    static String kafka(String given) {
        String environment = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        String found = given != null ? given : environment;
        return found != null && !found.isBlank() ? found : "127.0.0.1:" + port("KAFKA", 9092);
    }

    /** How the stack's topics are written, and where its schema registry is if it has one. */
    static AvroSerdes serdes() {
        return AvroSerdes.of(
                System.getenv().getOrDefault("DATELINE_SERDE", "single-object"),
                System.getenv("SCHEMA_REGISTRY_URL"),
                false);
    }

    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
