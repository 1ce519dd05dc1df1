package id.dukcapil.portal.staff.signin;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: Argon2id, which unlike BCrypt reads more than 72 bytes. Hashes of earlier versions still
 * open the door and are replaced when they do.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class PasswordHashing {

    private static final String ARGON2ID = "argon2";
    private static final String BCRYPT = "bcrypt";

    /** Of every account of the demonstration. Elsewhere it opens nothing, though a hash of it may have come along. */
    private static final String PUBLISHED = "demo";

    @Bean
    PasswordEncoder passwordEncoder(@Value("${portal.demonstration:false}") boolean demonstration) {
        var kinds = Map.of(ARGON2ID, argon2id(), BCRYPT, new BCryptPasswordEncoder());
        return new AFewAtATime(new DelegatingPasswordEncoder(ARGON2ID, kinds), demonstration);
    }

    /** 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat Sheet. */
    private static PasswordEncoder argon2id() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    /** A rush of sign-ins must not take all memory: each hash needs 19 MiB while it is made. */
    private static final class AFewAtATime implements PasswordEncoder {

        private final PasswordEncoder passwords;
        private final boolean demonstration;
        private final Semaphore places =
                new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

        AFewAtATime(PasswordEncoder passwords, boolean demonstration) {
            this.passwords = passwords;
            this.demonstration = demonstration;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence raw) {
            return inTurn(() -> passwords.encode(raw == null ? null : PasswordPolicy.normalized(raw)));
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
            return raw != null
                    && inTurn(() -> passwords.matches(PasswordPolicy.normalized(raw), encoded))
                    && (demonstration || !PUBLISHED.contentEquals(raw));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String encoded) {
            return passwords.upgradeEncoding(encoded);
        }

        private <T> T inTurn(Supplier<T> work) {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        }
    }
}
