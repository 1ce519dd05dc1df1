package id.dukcapil.portal.documents;

/**
 * Where the visible part of an electronic signature belongs: a rectangle that a document leaves free for it. In points
 * (1/72 inch) from the lower left corner of the page, as in PDF itself and in the services that sign.
 *
 * @param page from 1
 */
public record SignaturePlace(int page, float x, float y, float width, float height) {

    public SignaturePlace {
        if (page < 1 || x < 0 || y < 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("A signature place lies on a page and is not empty");
        }
    }
}
