package news.dateline.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority of the test, and one server certificate for localhost that it signed; made with keytool. */
final class OwnAuthority {
    static final String PASSWORD = "changeit";

    private final Path folder;

    OwnAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c=ca:true", store("ca"));
        keytool("-genkeypair", "-alias", "server", "-dname", "CN=localhost", store("server"));
        keytool("-certreq", "-alias", "server", "-file", file("server.csr"), store("server"));
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-rfc",
                "-infile",
                file("server.csr"),
                "-outfile",
                file("server.crt"),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                store("ca"));
        keytool("-exportcert", "-alias", "ca", "-rfc", "-file", file("ca.crt"), store("ca"));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.crt"), store("server"));
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", file("server.crt"), store("server"));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.crt"), store("trust"));
    }

    /** The server's key and certificates, PKCS 12. */
    Path serverStore() {
        return folder.resolve("server.p12");
    }

    /** The authority's certificate alone, PKCS 12. */
    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** The authority's certificate alone, PEM. */
    Path authority() {
        return folder.resolve("ca.crt");
    }

    /** The server's certificate, PEM. */
    Path certificate() {
        return folder.resolve("server.crt");
    }

    /** The server's key, PEM. */
    String key() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(serverStore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        Key key = store.getKey("server", PASSWORD.toCharArray());
        Certificate[] chain = store.getCertificateChain("server");
        if (chain.length < 2) {
            throw new IllegalStateException("The server's certificate is not signed by the authority");
        }
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String store(String name) {
        return name + ".p12";
    }

    /** Runs keytool; the last argument is the name of the store. */
    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments).subList(0, arguments.length - 1));
        command.addAll(List.of("-keystore", file(arguments[arguments.length - 1]), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + Files.readString(folder.resolve("keytool.log")));
        }
    }
}
