package news.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The server process of a data folder. It runs in a session of its own, so that Ctrl-C in a terminal does not stop it
 * before those who write to it. In the folder lie {@code cluster} (PostgreSQL's data), {@code superuser} (the password)
 * and {@code server.log} (of the newest run).
 */
final class PostgresServer {
    static final String SUPERUSER = "postgres";

    private static final String PATIENCE_SECONDS = "60";
    private static final int SECRET_BYTES = 24;

    private final PostgresPrograms programs;
    private final Path data;
    private final int port;

    private PostgresServer(PostgresPrograms programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    static PostgresServer start(Path data, int wantedPort, boolean durable) throws IOException {
        OrphanedServer.stop(cluster(data));
        int port = Ports.claim(wantedPort, "PostgreSQL");
        PostgresServer server = new PostgresServer(PostgresPrograms.unpacked(), data, port);
        if (!Files.exists(data.resolve("initialised"))) {
            server.initialise();
        }
        Path log = data.resolve("server.log");
        Files.deleteIfExists(log);
        try {
            server.control("start", "-l", log.toString(), "-o", settings(port, durable));
            return server;
        } catch (IOException e) {
            String said = Files.exists(log) ? Files.readString(log).strip() : "";
            throw new IOException(e.getMessage() + ": " + said.substring(said.lastIndexOf('\n') + 1), e);
        }
    }

    int port() {
        return port;
    }

    /** As PostgreSQL itself wrote it down. */
    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(cluster(data).resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    String superuserPassword() throws IOException {
        return Files.readString(secret(data)).strip();
    }

    /** Fast shutdown: sessions end, and a checkpoint is written. */
    void stop() throws IOException {
        control("stop", "-m", "fast");
    }

    private void control(String action, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                action, "-w", "-s", "-t", PATIENCE_SECONDS, "-D", cluster(data).toString()));
        arguments.addAll(List.of(more));
        programs.run("pg_ctl", arguments);
    }

    /** Makes the cluster; one that a killed JVM left half made is made again. */
    private void initialise() throws IOException {
        if (Files.exists(cluster(data))) {
            Folders.delete(cluster(data));
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(secret(data));
        boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(
                    secret(data), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(secret(data), HexFormat.of().formatHex(random));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + cluster(data),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret(data),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // the same order and case rules on every platform
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=" + (linux ? "C.UTF-8" : "C"),
                        "--no-sync",
                        "--no-instructions"));
        Files.createFile(data.resolve("initialised"));
    }

    private static String settings(int port, boolean durable) {
        String durability = durable ? "on" : "off";
        return "-p " + port
                + " -c listen_addresses=127.0.0.1"
                + " -c unix_socket_directories=''"
                + " -c fsync=" + durability
                + " -c synchronous_commit=" + durability
                + " -c full_page_writes=" + durability
                + " -c timezone=UTC"
                + " -c max_connections=50"
                + " -c shared_buffers=64MB";
    }

    private static Path cluster(Path data) {
        return data.resolve("cluster");
    }

    private static Path secret(Path data) {
        return data.resolve("superuser");
    }
}
