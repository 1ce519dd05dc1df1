package id.dukcapil.portal.channel.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.channel.gate}.
 *
 * @param inFlight how many requests to the API are worked on at once in this process, those of the waiting room not counted
 * @param fewest how many crowded requests are let in at once even while they are slow
 * @param most how many crowded requests are let in at once however fast they are
 * @param atOnce of those who are let in, how many are worked on at once; the others wait their turn before the first filter
 * @param patience how long who is let in may have to wait for the answer; as many are let in as are finished in it
 * @param grace how long somebody who was called and is late is still let in
 * @param comeBack longest time after which a caller who waits is to ask again
 * @param strangers how many crowded requests with a key that nobody has shown lately are looked at at once
 * @param perClient of {@code inFlight}, how many one client may have
 * @param uploads how many uploads are taken in at once in this process, beside {@code inFlight}
 * @param uploadsPerClient of these, how many one client may have
 * @param bodyDeadline by when the whole body of a request has to be there; uploads excepted
 * @param bodiesPerClient how many bodies of one client may be on their way at once; further ones wait for these
 */
@ConfigurationProperties("portal.channel.gate")
public record GateSettings(
        @DefaultValue("400") int inFlight,
        @DefaultValue("256") int fewest,
        @DefaultValue("1024") int most,
        @DefaultValue("128") int atOnce,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("15s") Duration comeBack,
        @DefaultValue("16") int strangers,
        @DefaultValue("300") int perClient,
        @DefaultValue("64") int uploads,
        @DefaultValue("16") int uploadsPerClient,
        @DefaultValue("10s") Duration bodyDeadline,
        @DefaultValue("64") int bodiesPerClient) {}
