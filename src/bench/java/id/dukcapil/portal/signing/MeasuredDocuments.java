package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.submission.document.FamilyCardFacts;
import id.dukcapil.portal.submission.document.FamilyCardPaper;
import id.dukcapil.portal.submission.document.ManyFamilies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;

/** Kartu Keluarga for a measurement, printed, stored and verified: each of another family, each with its own code. */
@TestComponent
class MeasuredDocuments {

    static final String KIND = "KARTU_UKUR";

    private final FamilyCardPaper paper;
    private final DocumentStore store;
    private final SigningEquipment equipment;
    private final VerificationSettings verification;
    private final SigningScenario given;
    private final SigningRegister register;
    private final AtomicInteger families = new AtomicInteger();

    MeasuredDocuments(
            FamilyCardPaper paper,
            DocumentStore store,
            SigningEquipment equipment,
            VerificationSettings verification,
            SigningScenario given,
            SigningRegister register) {
        this.paper = paper;
        this.store = store;
        this.equipment = equipment;
        this.verification = verification;
        this.given = given;
        this.register = register;
    }

    /**
     * @param pdf a copy of the unsigned bytes outside the store, for whoever signs without the portal
     * @param stamp the same that the portal draws for it
     */
    record Document(
            SigningDocumentId id,
            String reference,
            ContentHash digest,
            Path pdf,
            SignaturePlace place,
            byte[] stamp,
            FamilyCardFacts facts) {

        byte[] bytes() {
            try {
                return Files.readAllBytes(pdf);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Document> verified(int count, Path folder) {
        int from = families.getAndAdd(count);
        return IntStream.range(from, from + count)
                .parallel()
                .mapToObj(number -> print(number, folder))
                .toList();
    }

    private Document print(int number, Path folder) {
        VerificationCode code = VerificationCode.random();
        FamilyCardFacts facts =
                ManyFamilies.family(number, verification.of(code).toString());
        var printed = paper.print(facts, SomeDocuments.NOW);
        ContentHash digest = store.put(printed.pdf());
        String reference =
                "UKUR-%06d-%s".formatted(number, UUID.randomUUID().toString().substring(0, 4));
        byte[] stamp = equipment
                .appearance(Signatories.HEAD, code, printed.signature())
                .stamp();
        var verified = new NewSigningDocument(
                KIND,
                reference,
                SomeDocuments.OFFICE,
                "Kartu Keluarga",
                "RINA KARLINA",
                "keluarga-" + UUID.randomUUID(),
                code,
                digest,
                printed.signature(),
                new Imprint(SomeDocuments.HEAD, SomeDocuments.NOW, true),
                new NewSigningDocument.Verifier(SomeDocuments.VERIFIER, "Neneng Aisyah", SomeDocuments.NOW),
                Set.of(SomeDocuments.OPERATOR, SomeDocuments.VERIFIER));
        try {
            Path copy = Files.write(folder.resolve(reference + ".pdf"), printed.pdf());
            SigningDocumentId id = given.as("verifikator", () -> register.register(verified));
            return new Document(id, reference, digest, copy, printed.signature(), stamp, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
