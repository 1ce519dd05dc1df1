package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.signing.Imprint;
import id.dukcapil.portal.signing.PrintedDocument;
import id.dukcapil.portal.signing.SigningSource;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.signing.VerificationCode;
import id.dukcapil.portal.signing.VerificationSettings;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.submission.NamedRequests;
import id.dukcapil.portal.submission.SignedCards;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Kartu Keluarga of a request, ready to be signed. It is dated the day on which it is printed, and has the QR code of the
 * page on which anybody can verify it.
 */
@Component
public class FamilyCardSource implements SigningSource {

    private static final RowMapper<Wanted> WANTED = (row, number) -> new Wanted(
            new FamilyCardNumber(row.getString("family_number")), new OfficeCode(row.getString("office_code")));

    private final FamilyCardWording wording;
    private final FamilyCardPaper paper;
    private final Population population;
    private final Offices offices;
    private final VerificationSettings verification;
    private final ActingSystem system;
    private final NamedRequests named;
    private final JdbcClient jdbc;

    FamilyCardSource(
            FamilyCardWording wording,
            FamilyCardPaper paper,
            Population population,
            Offices offices,
            VerificationSettings verification,
            ActingSystem system,
            NamedRequests named,
            JdbcClient jdbc) {
        this.wording = wording;
        this.paper = paper;
        this.population = population;
        this.offices = offices;
        this.verification = verification;
        this.system = system;
        this.named = named;
        this.jdbc = jdbc;
    }

    private record Wanted(FamilyCardNumber family, OfficeCode office) {}

    @Override
    public String kind() {
        return SignedCards.KIND;
    }

    /** @throws InvalidInput when the family is not in the register any more */
    @Override
    public PrintedDocument print(String reference, Imprint imprint, VerificationCode code) {
        return print(new SubmissionNumber(reference), imprint, code);
    }

    /** As {@link #print(String, Imprint, VerificationCode)}. */
    PrintedDocument print(SubmissionNumber number, Imprint imprint, VerificationCode code) {
        Wanted wanted = wanted(number);
        LocalDate issued = LocalDate.ofInstant(
                imprint.at(), offices.find(wanted.office()).orElseThrow().timeZone());
        FamilyCardFacts facts = wording.facts(
                family(wanted.family()),
                imprint.lines(),
                issued,
                verification.of(code).toString(),
                mark(imprint));
        FamilyCardDocument card = paper.print(imprint.specimen() ? specimen(facts) : facts, imprint.at());
        return new PrintedDocument(card.pdf(), card.signature());
    }

    @Override
    public List<String> named(String name, int most) {
        return named.newest(name, most);
    }

    private Wanted wanted(SubmissionNumber number) {
        return jdbc.sql("SELECT family_number, office_code FROM submission_request"
                        + " WHERE number = ? AND anonymised_at IS NULL")
                .param(number.value())
                .query(WANTED)
                .single();
    }

    /** Whoever signs need not be one who may look families up. */
    private Family family(FamilyCardNumber number) {
        var found = new AtomicReference<@Nullable Family>();
        system.with(
                Set.of(Permission.POPULATION_READ),
                () -> found.set(population.family(number).orElse(null)));
        Family family = found.get();
        if (family == null) {
            throw new InvalidInput("familyCardNumber", "Keluarga ini tidak ada lagi dalam data kependudukan kantor.");
        }
        return family;
    }

    /** Whatever provider is configured meanwhile: a specimen is signed by a certificate of the demonstration only. */
    private static FamilyCardFacts specimen(FamilyCardFacts facts) {
        return facts.withSignatureNote(FamilyCardWording.signatureNote(Optional.of(TteProvider.DEMONSTRATION_ISSUER)));
    }

    private static @Nullable String mark(Imprint imprint) {
        return imprint.specimen() ? TteProvider.DEMONSTRATION_MARK : null;
    }
}
