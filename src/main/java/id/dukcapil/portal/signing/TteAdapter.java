package id.dukcapil.portal.signing;

/** One way to sign, without the log: the portal itself only meets the {@link TteProvider} that writes it. */
public interface TteAdapter extends TteProvider {

    /**
     * One sentence in Indonesian for the administrator, whether this way works now; takes a few seconds at most.
     *
     * @throws TteUnavailable when it does not, with the reason
     */
    String probe();
}
