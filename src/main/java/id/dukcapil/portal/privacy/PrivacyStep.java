package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.CaseAction;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.CaseStep;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** One step of a request or an incident; both are stored in one table. */
@MappedSuperclass
@AttributeOverride(name = "reason", column = @Column(name = "note"))
@SuppressWarnings("NullAway.Init")
abstract class PrivacyStep<S extends Enum<S> & CaseStatus<S>, A extends Enum<A> & CaseAction> extends CaseStep<S, A> {

    UUID caseId;
}
