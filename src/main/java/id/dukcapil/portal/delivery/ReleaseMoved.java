package id.dukcapil.portal.delivery;

/** A release was made or has taken a step; published inside the transaction. The step is the last of its history. */
public record ReleaseMoved(ReleaseDetails release) {

    public ReleaseDetails.Event step() {
        return release.history().getLast();
    }
}
