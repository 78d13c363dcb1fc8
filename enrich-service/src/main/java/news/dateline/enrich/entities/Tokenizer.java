package news.dateline.enrich.entities;

import java.util.Locale;

/**
 * Cuts English news text into words, numbers and marks. Possessive {@code 's} and clitics stand alone;
 * abbreviations keep their full stop ("U.S.", "Gen."); compounds stay whole ("Kassym-Jomart", "al-Qaida",
 * "Lashkar-e-Taiba", "long-term") unless they hide a name ("Washington-based", "pro-Palestine", "China-Pakistan").
 * White space and control characters separate tokens and belong to none; every other character belongs to exactly
 * one. Never fails, whatever the string. Stateless, thread-safe.
 */
public final class Tokenizer {

    /** The tokens of a text, with its sentences. */
    public Tokens tokenize(String text) {
        Tokens tokens = new Tokens(text);
        Cutter cutter = new Cutter(text, tokens);
        cutter.cut(0, text.length());
        SentenceSplitter.split(tokens);
        return tokens;
    }

    /** True for a word that keeps a full stop behind it; the word is given without the stop. */
    static boolean isAbbreviation(String word) {
        return KnownWords.ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** One run over one text. */
    private record Cutter(String text, Tokens tokens) {

        void cut(int from, int to) {
            int at = from;
            while (at < to) {
                char c = text.charAt(at);
                if (isSeparator(c)) {
                    at++;
                } else if (isWordPart(at)) {
                    at = word(at, to);
                } else {
                    at = mark(at, to);
                }
            }
        }

        private int mark(int at, int to) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isHighSurrogate(c) && end < to && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            } else if (Letters.isApostrophe(c) && end < to && isClitic(end, to)) {
                end = letters(end, to);
            } else if (c == '.' || c == '-' || c == '`' || c == '\'' || c == '*' || c == '=' || c == '_' || c == '!'
                    || c == '?') {
                while (end < to && text.charAt(end) == c) {
                    end++;
                }
            }
            tokens.add(at, end);
            return end;
        }

        /** A word with its inner dots, apostrophes and hyphens, from a first letter or digit on. */
        private int word(int from, int to) {
            int end = address(from, to);
            if (end > from) {
                tokens.add(from, end);
                return end;
            }
            end = chunk(from, to);
            boolean hyphens = false;
            while (end + 1 < to && isHyphen(text.charAt(end)) && isWordPart(end + 1)) {
                hyphens = true;
                end = chunk(end + 1, to);
            }
            if (hyphens) {
                hyphenated(from, end);
            } else {
                tokens.add(from, end);
            }
            return end;
        }

        /** End of a web or mail address that begins here, or {@code from} if none does. */
        private int address(int from, int to) {
            boolean web = text.startsWith("http://", from)
                    || text.startsWith("https://", from)
                    || text.startsWith("www.", from);
            int end = from;
            boolean at = false;
            while (end < to && (web ? !isSeparator(text.charAt(end)) : isMailPart(text.charAt(end)))) {
                at |= text.charAt(end) == '@' && end > from;
                end++;
                if (!web && !at && end - from > 64) {
                    return from;
                }
            }
            while (end > from && ".,;:)'\"\u201d\u2019".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            return web || at && text.charAt(end - 1) != '@' ? end : from;
        }

        /** Letters, marks and digits, with what may stand between them, up to the next hyphen or end of the word. */
        private int chunk(int from, int to) {
            int end = from;
            while (end < to) {
                char c = text.charAt(end);
                boolean more = end + 1 < to && isWordPart(end + 1);
                if (isWordPart(end)) {
                    end++;
                } else if (c == '.' && keepsStop(from, end, more)) {
                    end++;
                } else if ((c == ',' || c == '.' || c == ':')
                        && more
                        && isDigit(text.charAt(end - 1))
                        && isDigit(text.charAt(end + 1))) {
                    end++;
                } else if (c == '&'
                        && more
                        && Letters.isUpper(text.charAt(end - 1))
                        && Letters.isUpper(text.charAt(end + 1))) {
                    end++;
                } else if (Letters.isApostrophe(c) && more && end > from && !isClitic(end + 1, to)) {
                    end++;
                } else {
                    break;
                }
            }
            return end;
        }

        private boolean keepsStop(int from, int stop, boolean more) {
            int start = stop;
            while (start > from && text.charAt(start - 1) != '.' && stop - start < 6) {
                start--;
            }
            int length = stop - start;
            if (length == 1 && Character.isLetter(text.charAt(start))) {
                boolean dotted = start > from && text.charAt(start - 1) == '.';
                return more || dotted || Letters.isUpper(text.charAt(start));
            }
            return start == from
                    && !more
                    && length <= 5
                    && isAbbreviation(text.substring(start, stop))
                    && !(text.startsWith("no", start) || text.startsWith("al", start));
        }

        /** True if a clitic ("s", "ve", "ll") begins here and the word ends behind it. */
        private boolean isClitic(int from, int to) {
            int end = letters(from, Math.min(to, from + 3));
            return end > from
                    && (end >= to || !isWordPart(end))
                    && KnownWords.CLITICS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
        }

        private int letters(int from, int to) {
            int end = from;
            while (end < to && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private void hyphenated(int from, int to) {
            int wordStart = from;
            int part = from;
            while (part < to) {
                int hyphen = part;
                while (hyphen < to && !isHyphen(text.charAt(hyphen))) {
                    hyphen++;
                }
                if (hyphen < to && separates(part, hyphen, to)) {
                    tokens.add(wordStart, hyphen);
                    tokens.add(hyphen, hyphen + 1);
                    wordStart = hyphen + 1;
                }
                part = hyphen + 1;
            }
            tokens.add(wordStart, to);
        }

        /** Whether the hyphen divides a name from other words or from another name. */
        private boolean separates(int part, int hyphen, int to) {
            int next = hyphen + 1;
            int nextEnd = next;
            while (nextEnd < to && !isHyphen(text.charAt(nextEnd))) {
                nextEnd++;
            }
            if (hyphen - part > 40 || nextEnd - next > 40) {
                return false;
            }
            String left = text.substring(part, hyphen);
            String right = text.substring(next, nextEnd);
            boolean leftUpper = Letters.isUpper(left.charAt(0));
            boolean rightUpper = Letters.isUpper(right.charAt(0));
            if (leftUpper && rightUpper) {
                return KnownWords.NATIONS.contains(left.toLowerCase(Locale.ROOT))
                        && KnownWords.NATIONS.contains(right.toLowerCase(Locale.ROOT));
            }
            if (rightUpper) {
                return Letters.isLower(left.charAt(0)) && left.length() > 1 && !KnownWords.PARTICLES.contains(left);
            }
            boolean last = nextEnd == to;
            return leftUpper && left.length() > 1 && Letters.isLower(right.charAt(0)) && last && isTail(right);
        }

        private boolean isTail(String word) {
            return KnownWords.TAILS.contains(word)
                    || word.length() > 4 && word.endsWith("ed")
                    || word.length() > 5 && word.endsWith("ing");
        }

        private boolean isWordPart(int at) {
            char c = text.charAt(at);
            if (c < 0x80) {
                return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            }
            return Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c) && isSupplementaryLetter(at);
        }

        private boolean isSupplementaryLetter(int at) {
            char c = text.charAt(at);
            if (Character.isLowSurrogate(c)) {
                return at > 0
                        && Character.isHighSurrogate(text.charAt(at - 1))
                        && Character.isLetterOrDigit(text.codePointAt(at - 1));
            }
            return Character.isLetterOrDigit(text.codePointAt(at));
        }
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isMailPart(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '@' || c == '-' || c == '_' || c == '+');
    }

    /** White space, control and invisible formatting characters. */
    static boolean isSeparator(char c) {
        return c <= ' '
                || c >= 0x7f
                        && (c <= 0xa0
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.isISOControl(c));
    }
}
