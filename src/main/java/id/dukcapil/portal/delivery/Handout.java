package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that the document was handed to a kiosk, and what the kiosk says became of it. Its id is the
 * {@code Release-Id} of the API: a receipt that comes late or twice is about this sheet of paper and no other.
 */
@Entity
@Table(name = "delivery_handout")
class Handout {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Release release;

    private int ordinal;
    private @Nullable UUID actorId;
    private String actorName;
    private String kiosk;
    private @Nullable String requestKey;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable PrintOutcome outcome;

    private @Nullable String detail;
    private @Nullable Instant receiptAt;

    Handout(Release release, int ordinal, Kiosk kiosk, ActedBy by) {
        Actor actor = by.actor();
        this.id = TimeOrderedId.at(by.at());
        this.release = release;
        this.ordinal = ordinal;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.kiosk = kiosk.name();
        this.requestKey = kiosk.requestKey();
        this.openedAt = by.at();
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Handout() {}

    UUID id() {
        return id;
    }

    String kiosk() {
        return kiosk;
    }

    boolean isOf(Actor actor) {
        return actorId != null && actorId.equals(actor.id());
    }

    /** Whether this is the answer that got lost on its way: the same caller asks with the same key, and nothing came of it. */
    boolean isAnswerTo(Kiosk kiosk, Actor actor) {
        return outcome == null
                && requestKey != null
                && requestKey.equals(kiosk.requestKey())
                && this.kiosk.equals(kiosk.name())
                && isOf(actor);
    }

    @Nullable
    PrintOutcome outcome() {
        return outcome;
    }

    void acknowledge(PrintOutcome said, @Nullable String words, Instant at) {
        outcome = said;
        detail = words;
        receiptAt = at;
    }

    ReleaseDetails.Sheet sheet() {
        return new ReleaseDetails.Sheet(openedAt, kiosk, actorName, outcome, detail, receiptAt);
    }
}
