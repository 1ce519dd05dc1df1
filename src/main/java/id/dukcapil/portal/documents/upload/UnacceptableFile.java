package id.dukcapil.portal.documents.upload;

/** A file that is not taken; the message is a sentence for whoever brought it. */
public class UnacceptableFile extends RuntimeException {

    UnacceptableFile(String sentence) {
        super(sentence);
    }

    UnacceptableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Indonesian, says what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
