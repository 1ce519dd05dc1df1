package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Vaadin's fields with their built-in texts in Indonesian. Fields with a calendar, a clock or an upload are made
 * here and nowhere else; what has no translatable texts of its own (Button, Checkbox, Grid …) needs no factory. The few words that
 * only exist in the browser ("show password", "select row") are translated by {@code components/portal.js}.
 */
public final class Indonesian {

    private static final String REQUIRED = "Wajib diisi.";
    private static final String BAD_DATE = "Tanggal tidak dikenal; tulis misalnya 21/11/2026.";
    private static final String BAD_TIME = "Jam tidak dikenal; tulis misalnya 09.15.";
    private static final String TOO_EARLY = "Terlalu awal.";
    private static final String TOO_LATE = "Terlalu akhir.";
    private static final String TOO_LONG = "Terlalu panjang.";
    private static final String TOO_SHORT = "Terlalu pendek.";
    private static final String WRONG_FORM = "Bentuknya tidak sesuai.";

    private Indonesian() {}

    /** A calendar that starts on Monday and reads {@code 21/11/2026}, {@code 21-11-2026} and {@code 21.11.2026}. */
    public static DatePicker datePicker(String label) {
        var field = new DatePicker(label);
        field.setLocale(Formats.INDONESIAN);
        field.setI18n(datePickerI18n());
        return field;
    }

    public static TimePicker timePicker(String label) {
        var field = new TimePicker(label);
        field.setLocale(Formats.INDONESIAN);
        field.setStep(Duration.ofMinutes(15));
        field.setI18n(timePickerI18n());
        return field;
    }

    public static DateTimePicker dateTimePicker(String label) {
        var field = new DateTimePicker(label);
        field.setLocale(Formats.INDONESIAN);
        field.setDatePickerI18n(datePickerI18n());
        field.setI18n(new DateTimePicker.DateTimePickerI18n()
                .setDateLabel("Tanggal")
                .setTimeLabel("Jam")
                .setBadInputErrorMessage(BAD_DATE)
                .setIncompleteInputErrorMessage("Isi tanggal dan jamnya.")
                .setRequiredErrorMessage(REQUIRED)
                .setMinErrorMessage(TOO_EARLY)
                .setMaxErrorMessage(TOO_LATE));
        return field;
    }

    public static Upload upload(UploadHandler handler) {
        var upload = new Upload(handler);
        upload.setI18n(uploadI18n());
        return upload;
    }

    public static TextField textField(String label) {
        var field = new TextField(label);
        field.setI18n(new TextField.TextFieldI18n()
                .setRequiredErrorMessage(REQUIRED)
                .setMinLengthErrorMessage(TOO_SHORT)
                .setMaxLengthErrorMessage(TOO_LONG)
                .setPatternErrorMessage(WRONG_FORM));
        return field;
    }

    public static TextArea textArea(String label) {
        var field = new TextArea(label);
        field.setI18n(new TextArea.TextAreaI18n()
                .setRequiredErrorMessage(REQUIRED)
                .setMinLengthErrorMessage(TOO_SHORT)
                .setMaxLengthErrorMessage(TOO_LONG)
                .setPatternErrorMessage(WRONG_FORM));
        return field;
    }

    public static EmailField emailField(String label) {
        var field = new EmailField(label);
        field.setI18n(new EmailField.EmailFieldI18n()
                .setRequiredErrorMessage(REQUIRED)
                .setMinLengthErrorMessage(TOO_SHORT)
                .setMaxLengthErrorMessage(TOO_LONG)
                .setPatternErrorMessage("Alamat surel tidak lengkap; tulis misalnya nama@contoh.id."));
        return field;
    }

    public static IntegerField integerField(String label) {
        var field = new IntegerField(label);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage("Isi dengan bilangan bulat.")
                .setRequiredErrorMessage(REQUIRED)
                .setMinErrorMessage("Terlalu kecil.")
                .setMaxErrorMessage("Terlalu besar.")
                .setStepErrorMessage("Tidak sesuai kelipatannya."));
        return field;
    }

    public static <T> ComboBox<T> comboBox(String label) {
        var field = new ComboBox<T>(label);
        field.setI18n(new ComboBox.ComboBoxI18n().setRequiredErrorMessage(REQUIRED));
        return field;
    }

    public static <T> MultiSelectComboBox<T> multiSelectComboBox(String label) {
        var field = new MultiSelectComboBox<T>(label);
        field.setI18n(new MultiSelectComboBoxI18n()
                .setRequiredErrorMessage(REQUIRED)
                .setCleared("Pilihan dikosongkan")
                .setFocused("dalam sorotan. Tekan Backspace untuk menghapus")
                .setSelected("ditambahkan ke pilihan")
                .setDeselected("dihapus dari pilihan")
                .setTotal("{count} dipilih"));
        return field;
    }

    public static <T> Select<T> select(String label) {
        var field = new Select<T>();
        field.setLabel(label);
        field.setI18n(new Select.SelectI18n().setRequiredErrorMessage(REQUIRED));
        return field;
    }

    public static LoginI18n login() {
        var texts = LoginI18n.createDefault();
        var form = texts.getForm();
        form.setTitle("Masuk");
        form.setUsername("Nama pengguna");
        form.setPassword("Kata sandi");
        form.setSubmit("Masuk");
        form.setForgotPassword("Lupa kata sandi?");
        var error = texts.getErrorMessage();
        error.setTitle("Nama pengguna atau kata sandi salah");
        error.setMessage("Periksa huruf besar dan kecil, lalu coba lagi. Bila tetap gagal, hubungi administrator.");
        error.setUsername("Isi nama pengguna.");
        error.setPassword("Isi kata sandi.");
        return texts;
    }

    private static DatePicker.DatePickerI18n datePickerI18n() {
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL, Formats.INDONESIAN))
                        .toList())
                .setWeekdays(weekdays(Formats::weekday))
                .setWeekdaysShort(weekdays(Formats::shortWeekday))
                .setFirstDayOfWeek(1)
                .setDateFormats("dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy-MM-dd")
                .setToday("Hari ini")
                .setCancel("Batal")
                .setBadInputErrorMessage(BAD_DATE)
                .setRequiredErrorMessage(REQUIRED)
                .setMinErrorMessage(TOO_EARLY)
                .setMaxErrorMessage(TOO_LATE);
    }

    /** Sunday first, as the component wants them. */
    private static List<String> weekdays(Function<DayOfWeek, String> name) {
        return IntStream.range(0, 7)
                .mapToObj(day -> name.apply(DayOfWeek.SUNDAY.plus(day)))
                .toList();
    }

    private static TimePicker.TimePickerI18n timePickerI18n() {
        return new TimePicker.TimePickerI18n()
                .setBadInputErrorMessage(BAD_TIME)
                .setRequiredErrorMessage(REQUIRED)
                .setMinErrorMessage(TOO_EARLY)
                .setMaxErrorMessage(TOO_LATE);
    }

    private static UploadI18N uploadI18n() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne("Letakkan berkas di sini")
                        .setMany("Letakkan berkas-berkas di sini"))
                .setAddFiles(new UploadI18N.AddFiles().setOne("Pilih berkas…").setMany("Pilih berkas…"))
                .setFile(new UploadI18N.File()
                        .setRetry("Coba lagi")
                        .setStart("Mulai")
                        .setRemove("Hapus"))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles("Terlalu banyak berkas.")
                        .setFileIsTooBig("Berkas terlalu besar.")
                        .setIncorrectFileType("Jenis berkas ini tidak diterima."))
                .setUploading(uploading())
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }

    private static UploadI18N.Uploading uploading() {
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting("Menghubungkan…")
                        .setStalled("Tersendat")
                        .setProcessing("Memproses…")
                        .setHeld("Menunggu giliran"))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix("sisa waktu: ")
                        .setUnknown("sisa waktu belum diketahui"))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable("Peladen tidak dapat dihubungi; coba lagi.")
                        .setUnexpectedServerError("Berkas tidak dapat diterima karena gangguan; coba lagi.")
                        .setForbidden("Akun Anda tidak berwenang mengunggah di sini.")
                        .setFileTooLarge("Berkas terlalu besar."));
    }
}
