package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.util.List;

/** Notices for the clerks: which number machines of the office are out of paper, and where a person asks for help. */
class MachineNeeds extends Div {

    private final transient Devices devices;
    private final transient Office office;
    private transient List<Device> shown = List.of();

    MachineNeeds(Devices devices, Office office) {
        this.devices = devices;
        this.office = office;
        addClassName("machine-needs");
        getElement().setAttribute("role", "status");
    }

    /** Touches the page only when something has changed; that a machine was seen again is no change. */
    void look() {
        List<Device> now = devices.inNeed(office.code());
        if (now.stream()
                .map(MachineNeeds::needs)
                .toList()
                .equals(shown.stream().map(MachineNeeds::needs).toList())) {
            return;
        }
        shown = now;
        removeAll();
        for (Device machine : now) {
            for (Need need : Need.values()) {
                Instant since = machine.since(need);
                if (since != null) {
                    add(callout(machine, need, since));
                }
            }
        }
    }

    private static List<Object> needs(Device machine) {
        return List.of(machine.id(), String.valueOf(machine.paperOutAt()), String.valueOf(machine.helpAskedAt()));
    }

    private Callout callout(Device machine, Need need, Instant since) {
        var callout = new Callout(
                machine.name(),
                Tone.WARN,
                "%s sejak %s".formatted(need.label(), Formats.time(since, office.timeZone())));
        callout.add(new Button(need.done(), click -> {
            devices.settle(machine, need);
            look();
        }));
        return callout;
    }
}
