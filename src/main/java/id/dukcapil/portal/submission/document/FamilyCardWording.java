package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Puts a family of the register into the words of its card: code lists and regions spelled out, everything in capitals.
 * The register holds no passport, no KITAP and no date of marriage; the card shows "-" there.
 */
@Component
@EnableConfigurationProperties(FamilyCardSettings.class)
public class FamilyCardWording {

    private static final String SIGNED =
            "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik";

    private final CodeLists codes;
    private final Regions regions;
    private final Organisation organisation;
    private final FamilyCardSettings settings;
    private final TteProvider provider;

    FamilyCardWording(
            CodeLists codes,
            Regions regions,
            Organisation organisation,
            FamilyCardSettings settings,
            TteProvider provider) {
        this.codes = codes;
        this.regions = regions;
        this.organisation = organisation;
        this.settings = settings;
        this.provider = provider;
    }

    /**
     * @param qrContent what the QR code says; null leaves its place empty
     * @param mark printed above the title, for what is no valid document; null for a real one
     */
    public FamilyCardFacts facts(
            Family family,
            SignatoryLines signatory,
            LocalDate issuedOn,
            @Nullable String qrContent,
            @Nullable String mark) {
        Person head = family.head().orElse(family.members().getFirst());
        return new FamilyCardFacts(
                family.number(),
                capitals(head.fullName()),
                place(family.address()),
                family.members().stream().map(this::member).toList(),
                issuedOn,
                signatory(signatory),
                qrContent,
                signatureNote(),
                mark);
    }

    private String signatureNote() {
        String own = settings.signatureNote();
        return own == null ? signatureNote(provider.certificateIssuer()) : own;
    }

    /** @param issuer of the certificate with which the card is signed */
    static String signatureNote(Optional<String> issuer) {
        return SIGNED + issuer.map(" yang diterbitkan oleh "::concat).orElse("");
    }

    private Place place(Address address) {
        String village = address.villageCode();
        Optional<Region> home = regions.find(village);
        return new Place(
                capitals(address.street()),
                address.rt(),
                address.rw(),
                home.map(Region::name).map(FamilyCardWording::capitals).orElse(null),
                name(address.districtCode()),
                name(village.substring(0, 4)),
                home.map(Region::postalCode).orElse(null),
                name(village.substring(0, 2)));
    }

    private @Nullable String name(String code) {
        return regions.find(code)
                .map(Region::name)
                .map(FamilyCardWording::capitals)
                .orElse(null);
    }

    private Member member(Person person) {
        return new Member(
                capitals(person.fullName()),
                person.nik(),
                codes.label(CodeList.JENIS_KELAMIN, person.female() ? 2 : 1),
                capitals(person.birthPlace()),
                person.birthDate(),
                codes.label(CodeList.AGAMA, person.religionCode()),
                codes.label(CodeList.PENDIDIKAN, person.educationCode()),
                codes.label(CodeList.PEKERJAAN, person.occupationCode()),
                codes.label(CodeList.GOLONGAN_DARAH, person.bloodTypeCode()),
                person.maritalStatus().label(),
                null,
                person.relationship().label(),
                codes.label(CodeList.KEWARGANEGARAAN, person.citizenshipCode()),
                null,
                null,
                capitals(person.father().name()),
                capitals(person.mother().name()));
    }

    private FamilyCardFacts.Signatory signatory(SignatoryLines signatory) {
        return new FamilyCardFacts.Signatory(
                capitals(signatory.title()), capitals(organisation.regency()), signatory.fullName(), signatory.nip());
    }

    private static String capitals(String text) {
        return text.toUpperCase(Formats.INDONESIAN);
    }
}
