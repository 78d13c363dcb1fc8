package news.dateline.enrich.linking;

/**
 * A place of the gazetteer.
 *
 * @param kind what it is
 * @param geonames GeoNames number, 0 if it has none
 * @param wikidata number of the Wikidata item, 0 if it is not known
 * @param country ISO 3166-1 alpha-2, empty for what is larger than a country
 * @param province code of the first-level division as GeoNames has it, empty if it has none
 * @param latitude degrees, {@link Float#NaN} if it is not known
 * @param longitude degrees, {@link Float#NaN} if it is not known
 * @param population inhabitants, 0 if not known
 * @param capital whether it is the capital of its country
 */
record Place(
        Kind kind,
        int geonames,
        int wikidata,
        String country,
        String province,
        float latitude,
        float longitude,
        int population,
        boolean capital) {

    /** Kinds of places, the largest first. */
    enum Kind {
        REGION,
        COUNTRY,
        PROVINCE,
        CITY;

        /** The kind that a file has this number for. */
        static Kind of(int number) {
            return switch (number) {
                case 0 -> REGION;
                case 1 -> COUNTRY;
                case 2 -> PROVINCE;
                case 3 -> CITY;
                default -> throw new IllegalArgumentException("There is no kind " + number + " of places.");
            };
        }
    }

    /** Whether it lies in the other place, or is it. */
    boolean within(Place other) {
        return equals(other)
                || country.equals(other.country)
                        && (other.kind == Kind.COUNTRY
                                || other.kind == Kind.PROVINCE && province.equals(other.province));
    }

    /** Kilometres to another place, infinite if one of them lies nobody knows where. */
    double distance(Place other) {
        double north = Math.toRadians(latitude);
        double otherNorth = Math.toRadians(other.latitude);
        double cosine = Math.sin(north) * Math.sin(otherNorth)
                + Math.cos(north) * Math.cos(otherNorth) * Math.cos(Math.toRadians(longitude - other.longitude));
        double distance = 6371 * Math.acos(Math.max(-1, Math.min(1, cosine)));
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
}
