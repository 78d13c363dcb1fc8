package news.dateline.ingest.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlItemsTest {
    @Test
    void charactersOfHtmlAreKnownAndOtherEntitiesAreRefused() {
        assertThat(item("<i>caf&eacute;&nbsp;&amp;&#x20AC;</i>").wholeText()).isEqualTo("café\u00A0&€");
        assertThatThrownBy(() -> item("<i>&company;</i>"))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("&company;");
    }

    @Test
    void entityBombsAreRefused() {
        String bomb = "<!DOCTYPE i [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><i>&c;</i>";
        assertThatThrownBy(() -> item(bomb)).isInstanceOf(MalformedXmlException.class);
        String inAttribute = bomb.replace("<i>&c;</i>", "<i a='&c;'/>");
        assertThat(item(inAttribute).attr("a")).isEmpty();
    }

    @Test
    void filesAreNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String document = "<!DOCTYPE i [<!ENTITY f SYSTEM '" + secret.toUri() + "'>]><i>&f;</i>";
        assertThatThrownBy(() -> item(document))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageNotContaining("the secret");
    }

    @Test
    void nothingIsFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            assertThat(item("<!DOCTYPE i PUBLIC '-//X' '" + address + "' [<!ENTITY % p SYSTEM '" + address
                                    + "'> %p;]><i xmlns='" + address + "'>text</i>")
                            .text())
                    .isEqualTo("text");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> item("<i>" + "<a>".repeat(100_000)))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("epth");
    }

    @Test
    void brokenDocumentsAreRefusedWithThePlace() {
        assertThatThrownBy(() -> item("<i>\n<b></i>"))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> item("")).isInstanceOf(MalformedXmlException.class);
        assertThatThrownBy(() -> item("no xml")).isInstanceOf(MalformedXmlException.class);
        assertThatThrownBy(() -> new XmlItems(
                                new ByteArrayInputStream(new byte[] {'<', 'i', '>', (byte) 0xC3, '<'}), null)
                        .next(Set.of("i")))
                .isInstanceOf(MalformedXmlException.class);
    }

    @Test
    void theEncodingIsTheDocumentsOrTheTransports() {
        byte[] declared = "<?xml version='1.0' encoding='ISO-8859-1'?><i>é</i>".getBytes(ISO_8859_1);
        assertThat(read(declared, null).text()).isEqualTo("é");
        assertThat(read("<i>é</i>".getBytes(UTF_16), null).text()).isEqualTo("é");
        assertThat(read("<i>é</i>".getBytes(ISO_8859_1), ISO_8859_1).text()).isEqualTo("é");
    }

    private static Element item(String xml) {
        return read(xml.getBytes(UTF_8), null);
    }

    private static Element read(byte[] xml, Charset charset) {
        return new XmlItems(new ByteArrayInputStream(xml), charset).next(Set.of("i"));
    }
}
