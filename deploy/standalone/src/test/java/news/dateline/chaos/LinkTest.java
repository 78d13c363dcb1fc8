package news.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private ServerSocket server;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        link = new Link("test", 0, server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    @Test
    void itCarriesBytesBothWays() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            near.getOutputStream().write("there".getBytes(UTF_8));
            assertThat(far.getInputStream().readNBytes(5)).asString(UTF_8).isEqualTo("there");
            far.getOutputStream().write("back".getBytes(UTF_8));
            assertThat(near.getInputStream().readNBytes(4)).asString(UTF_8).isEqualTo("back");
        }
    }

    @Test
    void aCutEndsConnectionsAndAMendTakesNewOnes() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            link.cut();
            assertThat(far.getInputStream().read()).isEqualTo(-1);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isEnded(near));
        }
        link.mend();
        itCarriesBytesBothWays();
    }

    @Test
    void whatIsSentIntoSilenceArrivesAfterIt() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            link.silence();
            near.getOutputStream().write('x');
            far.setSoTimeout(300);
            assertThatThrownBy(() -> far.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            link.mend();
            far.setSoTimeout(60_000);
            assertThat(far.getInputStream().read()).isEqualTo('x');
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private static boolean isEnded(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
