package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.Accounts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.signin.SignInSettings.SecondFactorMode;
import id.dukcapil.portal.staff.signin.SignInThrottle.Attempt;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Something one has besides the password: an authenticator app, and a list of codes for the day it is lost. */
@Service
@PreAuthorize("isAuthenticated()")
public class SecondFactor {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KIND = "Akun pegawai";
    private static final String CODE = "code";

    /** A place of its own in the throttle: whoever sits down at an open screen must not guess codes there. */
    private static final String FROM_INSIDE = "own-second-factor";

    /**
     * How somebody's second factor stands.
     *
     * @param required whether one of the roles demands it
     * @param enforced whether the portal insists on what is required; only a demonstration does not
     */
    public record State(boolean setUp, int unusedRecoveryCodes, boolean required, boolean enforced) {}

    /** A secret on its way into an app; nothing is kept before its first code was right. */
    public static final class Enrolment {

        private final StaffId owner;
        private final byte[] secret;
        private final String address;
        private volatile boolean confirmed;

        private Enrolment(StaffId owner, byte[] secret, String address) {
            this.owner = owner;
            this.secret = secret;
            this.address = address;
        }

        /** Whether this person has shown a code of it, which is as good as the code of a later sign-in. */
        boolean isConfirmedBy(StaffId person) {
            return confirmed && owner.equals(person);
        }

        /** For an app that cannot scan, in groups of four. */
        public String typed() {
            return Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
        }

        /** What the square code says. */
        public String address() {
            return address;
        }
    }

    private final SecondFactorRecords factors;
    private final SignInThrottle throttle;
    private final SignInRecords records;
    private final Accounts accounts;
    private final SignIns signIns;
    private final CurrentStaff currentStaff;
    private final SignInSettings settings;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    SecondFactor(
            SecondFactorRecords factors,
            SignInThrottle throttle,
            SignInRecords records,
            Accounts accounts,
            SignIns signIns,
            CurrentStaff currentStaff,
            SignInSettings settings,
            Organisation organisation,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.throttle = throttle;
        this.records = records;
        this.accounts = accounts;
        this.signIns = signIns;
        this.currentStaff = currentStaff;
        this.settings = settings;
        this.organisation = organisation;
        this.events = events;
    }

    public State state() {
        StaffId own = own();
        return new State(factors.exists(own), factors.unusedRecoveryCodes(own), factors.isRequired(own), isEnforced());
    }

    /** Whether the portal insists on what a role demands; only a demonstration does not. */
    public boolean isEnforced() {
        return settings.secondFactor() == SecondFactorMode.REQUIRED;
    }

    public Enrolment begin() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        StaffId own = own();
        String username = records.get(own).username();
        return new Enrolment(own, secret, Totp.address(secret, "Portal Dukcapil " + organisation.place(), username));
    }

    /**
     * @param code what the app shows for this secret
     * @return recovery codes; this is the only time they can be seen
     * @throws InvalidInput when the code is wrong, or there is a second factor already: it is taken off first
     */
    @Transactional
    public List<String> confirm(Enrolment enrolment, String code) {
        StaffId own = enrolment.owner;
        if (!own.equals(own())) {
            throw new AccessDeniedException("Somebody else began this");
        }
        if (factors.exists(own)) {
            throw new InvalidInput(CODE, "Akun ini sudah memiliki langkah kedua. Muat ulang halaman ini.");
        }
        if (!factors.enter(own, enrolment.secret, digits(code))) {
            throw new InvalidInput(CODE, "Kode tidak cocok. Periksa jam ponsel, lalu ketik kode yang sedang tampil.");
        }
        tell(own, "Langkah kedua dipasang");
        List<String> codes = factors.newRecoveryCodes(own);
        enrolment.confirmed = true;
        return codes;
    }

    /** @throws InvalidInput when there is no second factor, the code is wrong or used, or too many were */
    @Transactional(noRollbackFor = InvalidInput.class)
    public List<String> newRecoveryCodes(String code) {
        StaffId own = currentStaff.require().id();
        requireCode(own, code);
        tell(own, "Kode pemulihan dibuat ulang");
        return factors.newRecoveryCodes(own);
    }

    /** @throws InvalidInput when the role demands it and the portal insists, or as in {@link #newRecoveryCodes} */
    @Transactional(noRollbackFor = InvalidInput.class)
    public void remove(String code) {
        StaffId own = currentStaff.require().id();
        State state = state();
        if (state.required() && state.enforced()) {
            throw new InvalidInput(CODE, "Peran Anda mewajibkan langkah kedua.");
        }
        requireCode(own, code);
        factors.remove(own);
        tell(own, "Langkah kedua dilepas");
    }

    /**
     * For somebody whose telephone is gone, after the administrator has made sure who asks.
     *
     * @return whether there was one
     * @throws InvalidInput when it is the administrator's own, or the account is out of the administrator's reach
     */
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    @Transactional
    public boolean reset(StaffId account) {
        if (!factors.exists(account)) {
            return false;
        }
        AccountDetails reached = accounts.find(account)
                .filter(found -> found.allowed().contains(AccountDetails.Action.RESET_SECOND_FACTOR))
                .orElseThrow(() -> new InvalidInput(
                        "account", "Langkah kedua akun ini tidak dapat Anda atur ulang; mintalah administrator lain."));
        boolean removed = factors.remove(account);
        if (removed) {
            events.publishEvent(AuditEvent.of(KIND, reached.username(), "Langkah kedua direset administrator")
                    .at(reached.office()));
        }
        return removed;
    }

    private void requireCode(StaffId own, String code) {
        var attempt = new Attempt("code|" + own, FROM_INSIDE, Optional.of(FROM_INSIDE));
        throttle.require(attempt, CODE);
        if (!factors.accept(own, digits(code))) {
            throw new InvalidInput(CODE, "Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        }
        throttle.forgive(attempt);
    }

    private void tell(StaffId own, String action) {
        events.publishEvent(AuditEvent.of(KIND, records.get(own).username(), action));
    }

    private StaffId own() {
        return signIns.unfinished()
                .map(UnfinishedSignIn::id)
                .orElseGet(() -> currentStaff.require().id());
    }

    static String digits(String code) {
        return code.replaceAll("\\D", "");
    }
}
