package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void theConstantsForAnnotationsAreExactlyTheEnum() throws IllegalAccessException {
        Map<String, Object> constants = new TreeMap<>();
        for (Field field : Permission.Name.class.getFields()) {
            constants.put(field.getName(), field.get(null));
        }

        assertThat(constants.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Enum::name).toList());
        assertThat(constants).allSatisfy((name, value) -> assertThat(value).isEqualTo(name));
    }

    @Test
    void everyPermissionCarriesItsOwnIndonesianLabel() {
        assertThat(Arrays.stream(Permission.values()).map(Permission::label))
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).matches("\\p{Lu}[\\p{L} ,/-]+"));
    }
}
