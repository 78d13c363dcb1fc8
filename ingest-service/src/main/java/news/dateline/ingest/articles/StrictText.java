package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes without guessing: a byte that is no text is an error, not a replacement character. */
final class StrictText {
    private StrictText() {}

    /**
     * The text of these bytes.
     *
     * @param charset null for UTF-8
     * @throws MalformedBodyException if they are not text in this charset, or hold the null character
     */
    static String decode(byte[] bytes, Charset charset) {
        Charset used = charset == null ? UTF_8 : charset;
        try {
            String text = used.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new MalformedBodyException("the body contains null bytes, which are no text");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedBodyException("the body is not valid " + used.name()
                    + "; name its charset in Content-Type, for example text/plain;charset=windows-1252");
        }
    }
}
