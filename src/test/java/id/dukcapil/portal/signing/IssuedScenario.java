package id.dukcapil.portal.signing;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.SigningDocumentDetails.Signature;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * Documents that were really signed, with the keys of the demonstration. A test makes one with the bean factory, so that it
 * needs no context of its own.
 */
public final class IssuedScenario {

    public static final String HEAD = SomeDocuments.HEAD.fullName();

    private final SigningRegister register;
    private final SigningEquipment equipment;
    private final CurrentStaff staff;
    private final SignerCheck signers;
    private final BatchOpening opening;
    private final BatchRunner runner;
    private final DocumentStore store;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final SettableClock clock;

    IssuedScenario(
            SigningRegister register,
            SigningEquipment equipment,
            CurrentStaff staff,
            SignerCheck signers,
            BatchOpening opening,
            BatchRunner runner,
            DocumentStore store,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            SettableClock clock) {
        this.register = register;
        this.equipment = equipment;
        this.staff = staff;
        this.signers = signers;
        this.opening = opening;
        this.runner = runner;
        this.store = store;
        this.accounts = accounts;
        this.security = security;
        this.clock = clock;
    }

    /** A document of the register with its bytes before and after the signature; the latter empty while there is none. */
    public record Given(SigningDocumentDetails details, byte[] unsigned, byte[] signed) {

        public String code() {
            return details.code().value();
        }

        public String reference() {
            return details.reference();
        }
    }

    public static String aFamily() {
        return "keluarga-" + UUID.randomUUID();
    }

    public Given awaiting() {
        return given(registered("DINAS", null));
    }

    public Given signed() {
        return signed("DINAS", null);
    }

    /** @param family of which the newest stands; null for a document that nothing supersedes */
    public Given signed(String office, @Nullable String family) {
        SigningDocumentId id = registered(office, family);
        as("kadis", () -> {
            SignerCheck.Found found = signers.check(staff.require().id());
            BatchOpening.Opened opened = opening.open(
                    List.of(id),
                    found,
                    Objects.requireNonNull(found.signer()),
                    equipment.provider().name(),
                    null);
            runner.run(opened.batch(), Passphrase.of("demo-tte".toCharArray()), new Silent());
            return opened;
        });
        return now(id);
    }

    public Given revoked(String reason) {
        Given signed = signed();
        clock.advance(Duration.ofHours(1));
        return revoke(signed, reason);
    }

    public Given revoke(Given document, String reason) {
        SigningDocumentDetails signed = document.details();
        as("kadis", () -> register.revoke(signed.id(), signed.version(), reason));
        return now(signed.id());
    }

    public Given withdrawn() {
        SigningDocumentDetails waiting = awaiting().details();
        as("verifikator", () -> register.withdraw(waiting.kind(), waiting.reference(), "Dibatalkan"));
        return now(waiting.id());
    }

    /** A second signature behind the first one, by the same certificate. */
    public byte[] signedAgain(byte[] once) {
        return as("kadis", () -> {
            BatchSigner signer =
                    Objects.requireNonNull(signers.check(staff.require().id()).signer());
            var again = new PdfToSign(HashedContent.of(once), ContentHash.of(once), null, "Paraf", "Soreang");
            try (Passphrase secret = Passphrase.of("demo-tte".toCharArray())) {
                return ((SignOutcome.Signed) equipment.provider().sign(signer.signer(), secret, again))
                        .pdf()
                        .bytes();
            }
        });
    }

    public Given now(SigningDocumentId id) {
        return given(id);
    }

    private SigningDocumentId registered(String office, @Nullable String family) {
        String reference = SomeDocuments.aReference();
        ContentHash digest = store.put(Pdfs.page("Kartu Keluarga " + reference));
        NewSigningDocument blank = SomeDocuments.verified(reference, family, digest);
        var verified = new NewSigningDocument(
                blank.kind(),
                blank.reference(),
                new OfficeCode(office),
                blank.title(),
                blank.concerns(),
                blank.family(),
                blank.code(),
                blank.digest(),
                blank.place(),
                blank.imprint(),
                blank.verifier(),
                blank.workedOn());
        return as("verifikator", () -> register.register(verified));
    }

    private Given given(SigningDocumentId id) {
        SigningDocumentDetails details = as("kadis", () -> register.find(id).orElseThrow());
        Signature signature = details.signature();
        return new Given(
                details,
                store.read(details.unsigned()),
                signature == null ? new byte[0] : store.read(signature.digest()));
    }

    public <T> T as(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        SecurityContext before = security.getContext();
        SecurityContext acting = security.createEmptyContext();
        acting.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        security.setContext(acting);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
