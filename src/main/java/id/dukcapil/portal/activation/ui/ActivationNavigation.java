package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Map;

/** Addresses of the rooms of activation. Never carries personal data. */
final class ActivationNavigation {

    static final String COUNTER = "aktivasi-ikd";
    static final String REPORT = "laporan-ikd";
    static final String NUMBER = "nomor";
    static final String OFFICE = "kantor";
    static final String DAY = "hari";

    private ActivationNavigation() {}

    static String activation(String number) {
        return COUNTER + "?" + NUMBER + "=" + number;
    }

    static QueryParameters reportParameters(OfficeCode office, LocalDate day) {
        return QueryParameters.simple(Map.of(OFFICE, office.value(), DAY, day.toString()));
    }

    static String report(OfficeCode office, LocalDate day) {
        return REPORT + "?" + OFFICE + "=" + office + "&" + DAY + "=" + day;
    }
}
