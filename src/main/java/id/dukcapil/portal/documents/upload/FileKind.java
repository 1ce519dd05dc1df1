package id.dukcapil.portal.documents.upload;

/** The kinds of file that are taken; what a file is called does not matter. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot, for a file that is handed out. */
    public String ending() {
        return ending;
    }

    public boolean isImage() {
        return this != PDF;
    }
}
