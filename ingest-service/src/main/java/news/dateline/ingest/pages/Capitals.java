package news.dateline.ingest.pages;

/** Writes a name that is printed in capitals the usual way: {@code JANE O'DOE-ROE} becomes {@code Jane O'Doe-Roe}. */
final class Capitals {
    private Capitals() {}

    static String relax(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return out.toString();
    }
}
