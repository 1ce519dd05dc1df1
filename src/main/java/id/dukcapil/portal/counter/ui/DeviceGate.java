package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets devices in. The address with the token is opened once; from then on the token is a cookie for that page alone, so it
 * neither stays in the address nor reaches a script.
 */
@Component
class DeviceGate {

    private static final String COOKIE = "perangkat";
    private static final Duration KEPT = Duration.ofDays(400);

    private final Devices devices;
    private final Offices offices;
    private final HallSheet sheet;

    DeviceGate(Devices devices, Offices offices, HallSheet sheet) {
        this.devices = devices;
        this.offices = offices;
        this.sheet = sheet;
    }

    /** A device that may go on; {@code stillAdmitted} asks again. */
    record Admitted(Device device, Office office, BooleanSupplier stillAdmitted) {}

    /** Answers for an admitted device, and refuses all others. */
    ResponseEntity<?> admit(
            HttpServletRequest request, String code, Kind kind, Function<Admitted, ResponseEntity<?>> answer) {
        String token = cookie(request);
        return OfficeCode.read(code)
                .flatMap(office -> token == null ? Optional.empty() : devices.recognise(token, office, kind))
                .<ResponseEntity<?>>map(device -> answer.apply(new Admitted(
                        device,
                        offices.find(device.office()).orElseThrow(),
                        () -> token != null
                                && devices.recognise(token, device.office(), kind)
                                        .isPresent())))
                .orElseGet(() -> sheet.refused(kind));
    }

    /** The first opening: keeps the token as a cookie and goes to the address without it. */
    ResponseEntity<?> keep(HttpServletRequest request, String code, Kind kind, String token) {
        return OfficeCode.read(code)
                .flatMap(office -> devices.recognise(token, office, kind))
                .<ResponseEntity<?>>map(device -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(
                                HttpHeaders.SET_COOKIE,
                                ResponseCookie.from(COOKIE, token)
                                        .httpOnly(true)
                                        .secure(request.isSecure())
                                        .sameSite("Strict")
                                        .path(kind.path() + code)
                                        .maxAge(KEPT)
                                        .build()
                                        .toString())
                        .header(HttpHeaders.LOCATION, kind.path() + code)
                        .build())
                .orElseGet(() -> sheet.refused(kind));
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
