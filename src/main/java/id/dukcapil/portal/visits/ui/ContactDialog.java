package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who speaks for a school. */
class ContactDialog extends FormDialog {

    private final transient Schools schools;
    private final transient School school;
    private final TextField name;
    private final TextField phone;
    private final TextField email;

    ContactDialog(Schools schools, School school, Runnable changed) {
        super("Narahubung " + school.name(), "Simpan", changed);
        this.schools = schools;
        this.school = school;
        name = field("Nama", 120, school.contactName());
        phone = field("Telepon", 30, school.contactPhone());
        email = field("E-mail", 254, school.contactEmail());
        findings().at("phone", phone).at("email", email);
        addFields(name, phone, email);
        actOnEnter();
    }

    private static TextField field(String label, int longest, @Nullable String value) {
        TextField field = Indonesian.textField(label);
        field.setMaxLength(longest);
        field.setWidthFull();
        field.setValue(Objects.requireNonNullElse(value, ""));
        return field;
    }

    @Override
    protected String act() {
        schools.contact(school.npsn(), new Schools.Contact(name.getValue(), phone.getValue(), email.getValue()));
        return "Narahubung %s disimpan.".formatted(school.name());
    }
}
