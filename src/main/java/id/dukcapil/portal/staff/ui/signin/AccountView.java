package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.staff.signin.OpenSessions;
import id.dukcapil.portal.staff.signin.OwnAccount;
import id.dukcapil.portal.staff.signin.PasswordPolicy;
import id.dukcapil.portal.staff.signin.SecondFactor;
import jakarta.annotation.security.PermitAll;

/** Akun saya: who I am for the portal, my password, my second factor and where I am signed in. */
@Route("akun")
@PageTitle("Akun saya")
@PermitAll
@StyleSheet("context://styles/signin.css")
class AccountView extends Page {

    AccountView(
            CurrentStaff currentStaff,
            Offices offices,
            Organisation organisation,
            OwnAccount account,
            OpenSessions sessions,
            SecondFactor factor,
            PasswordPolicy policy) {
        super("Akun saya");
        useReadingWidth();
        addClassName("account");
        StaffMember member = currentStaff.require();
        var zone = offices.find(member.office()).map(Office::timeZone).orElse(organisation.timeZone());
        var ownSessions = new OwnSessions(sessions, zone);
        add(
                card("Identitas", identity(member, offices)),
                card("Kata sandi", new PasswordForm(account, policy, ownSessions::refresh)),
                card("Langkah kedua", new SecondFactorForm(factor)),
                card("Tempat Anda masuk", ownSessions));
    }

    private static KeyValueList identity(StaffMember member, Offices offices) {
        return new KeyValueList()
                .with("Nama", member.fullName())
                .with("Nama pengguna", member.username())
                .with(
                        "Kantor",
                        offices.find(member.office())
                                .map(Office::name)
                                .orElse(member.office().value()))
                .with("Peran", String.join(", ", member.roles()));
    }

    private static Div card(String title, Component content) {
        var heading = new H2(title);
        var card = new Div(heading, content);
        card.addClassNames("card", "pad", "stack");
        return card;
    }
}
