package id.dukcapil.portal.documents.upload;

/**
 * Width and height of a picture in pixels, read before any of it is unpacked.
 *
 * @throws UnacceptableFile for more than a camera or a scanner of an office makes
 */
record PictureSize(int width, int height) {

    private static final int LONGEST_SIDE = 16_000;
    private static final int MOST_PIXELS = 30_000_000;

    PictureSize {
        if (width < 1 || height < 1) {
            throw new UnacceptableFile("Gambar ini tidak mempunyai ukuran. Simpan ulang lalu unggah lagi.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new UnacceptableFile(
                    "Gambar terlalu besar (%d × %d piksel). Perkecil sampai paling banyak 30 juta piksel."
                            .formatted(width, height));
        }
    }

    int pixels() {
        return width * height;
    }
}
