package id.dukcapil.portal.signing;

/** The provider gave no usable answer to a question; asking again later does no harm. */
public final class TteUnavailable extends RuntimeException {

    private final transient ProviderAnswer answer;

    /** @param explanation a sentence in Indonesian for whoever asked, without secrets */
    public TteUnavailable(String explanation, ProviderAnswer answer) {
        super(explanation);
        this.answer = answer;
    }

    public TteUnavailable(String explanation, ProviderAnswer answer, Throwable cause) {
        super(explanation, cause);
        this.answer = answer;
    }

    public ProviderAnswer answer() {
        return answer;
    }
}
