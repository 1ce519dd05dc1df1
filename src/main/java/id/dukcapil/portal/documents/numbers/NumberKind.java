package id.dukcapil.portal.documents.numbers;

/**
 * What is numbered: requests for a family card, letters of return. Every office counts each kind for itself and begins
 * again with every year.
 *
 * @param code stable name of the series, also its name under {@code portal.numbers}
 * @param standardPattern used unless the office has configured its own, see {@link NumberPattern}
 * @param inAddress whether the number stands in addresses of pages and of the API, so that it may hold no slash
 */
public record NumberKind(String code, NumberPattern standardPattern, boolean inAddress) {

    public NumberKind {
        if (!code.matches("[a-z]+(-[a-z]+)*") || code.length() > 32) {
            throw new IllegalArgumentException("A kind of number has a name like kk-request");
        }
        requireUsable(standardPattern, inAddress);
    }

    /** @throws IllegalArgumentException when numbers of that pattern could not stand in an address but have to */
    void requireUsable(NumberPattern pattern) {
        requireUsable(pattern, inAddress);
    }

    private static void requireUsable(NumberPattern pattern, boolean inAddress) {
        if (inAddress && pattern.text().contains("/")) {
            throw new IllegalArgumentException(
                    "Pola nomor \"%s\" tidak boleh berisi garis miring karena nomornya dipakai dalam alamat."
                            .formatted(pattern.text()));
        }
    }
}
