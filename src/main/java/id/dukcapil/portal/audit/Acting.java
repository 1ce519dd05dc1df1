package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.OfficeCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which roles, from where.
 *
 * @param roles labels as they were then, separated by commas
 * @param address network address of the request, or of the session where there is no request
 * @param requestId leads to the lines of the log
 */
record Acting(
        Party kind,
        @Nullable UUID id,
        String name,
        String roles,
        @Nullable OfficeCode workplace,
        @Nullable String address,
        @Nullable String requestId) {}
