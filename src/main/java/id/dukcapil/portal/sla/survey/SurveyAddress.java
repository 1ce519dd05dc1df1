package id.dukcapil.portal.sla.survey;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SurveyLink;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The form of an office under the address of the portal. */
@Component
public class SurveyAddress implements SurveyLink {

    public static final String PATH = "/survei";

    private final String portal;

    /** @param address of the portal as citizens reach it */
    SurveyAddress(@Value("${portal.booking.public-address:http://localhost:8080}") URI address) {
        portal = address.toString().replaceFirst("/+$", "");
    }

    @Override
    public String of(OfficeCode office) {
        return portal + PATH + "/" + office.value();
    }
}
