package id.dukcapil.portal.population;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.PersonalDataSource.Holding;
import id.dukcapil.portal.common.PersonalDataSource.Item;
import id.dukcapil.portal.common.ui.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the office's view of SIAK holds about one resident. SIAK is the master: it is corrected there, not here. */
@Component
class ResidentOfRegister implements PersonalDataSource {

    private final Population population;
    private final CodeLists codes;
    private final Regions regions;

    ResidentOfRegister(Population population, CodeLists codes, Regions regions) {
        this.population = population;
        this.codes = codes;
        this.regions = regions;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Data penduduk (salinan SIAK)",
                "NIK, nomor KK, nama, tempat dan tanggal lahir, jenis kelamin, agama, golongan darah, status perkawinan,"
                        + " pendidikan, pekerjaan, kewarganegaraan, hubungan keluarga, nama dan NIK orang tua, alamat,"
                        + " status KTP-el, pindah atau meninggal; termasuk data anak",
                "Mengenali pemohon dan memeriksa kelayakannya untuk layanan administrasi kependudukan",
                "UU 23/2006 jo. UU 24/2013 Pasal 58; UU 27/2022 Pasal 20 ayat (2) huruf c dan e",
                10);
    }

    @Override
    public List<Item> about(Nik nik) {
        return population.find(nik).map(this::item).stream().toList();
    }

    private Item item(Person person) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", person.nik().value());
        values.put("Nama lengkap", person.fullName());
        values.put("Nomor KK", person.familyCardNumber().value());
        values.put("Hubungan dalam keluarga", person.relationship().label());
        values.put("Tempat lahir", person.birthPlace());
        values.put("Tanggal lahir", Formats.date(person.birthDate()));
        values.put("Jenis kelamin", codes.label(CodeList.JENIS_KELAMIN, person.female() ? 2 : 1));
        putCodes(values, person);
        values.put("Ayah", parent(person.father()));
        values.put("Ibu", parent(person.mother()));
        values.put("Alamat", regions.inWords(person.address()));
        values.put("Status KTP-el", person.recordingStatus().label());
        values.put("Status kependudukan", person.standing().label());
        return new Item("Biodata penduduk", values);
    }

    private void putCodes(Map<String, String> values, Person person) {
        values.put("Agama", codes.label(CodeList.AGAMA, person.religionCode()));
        values.put("Golongan darah", codes.label(CodeList.GOLONGAN_DARAH, person.bloodTypeCode()));
        values.put("Status perkawinan", person.maritalStatus().label());
        values.put("Pendidikan", codes.label(CodeList.PENDIDIKAN, person.educationCode()));
        values.put("Pekerjaan", codes.label(CodeList.PEKERJAAN, person.occupationCode()));
        values.put("Kewarganegaraan", codes.label(CodeList.KEWARGANEGARAAN, person.citizenshipCode()));
    }

    private static String parent(Person.Parent parent) {
        return Optional.ofNullable(parent.nik())
                .map(nik -> parent.name() + ", NIK " + nik.value())
                .orElse(parent.name());
    }
}
