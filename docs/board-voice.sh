#!/bin/sh
# Makes the sound fragments of the waiting-room board: docs/board-voice.sh docs/board-voice.tsv frontend/sounds
# Needs espeak-ng (voice id) and ffmpeg. The output of espeak-ng is not covered by its licence (GPL-3).
set -eu
list=$1 out=$2 work=$(mktemp -d)
encode() { # name
  ffmpeg -nostdin -v error -y -i "$work/$1.wav" -ac 1 -c:a libopus -b:a 20k -application voip "$out/$1.ogg"
  ffmpeg -nostdin -v error -y -i "$work/$1.wav" -ac 1 -ar 22050 -c:a libmp3lame -b:a 32k -write_xing 0 -id3v2_version 0 "$out/$1.mp3"
}
ffmpeg -nostdin -v error -y -f lavfi -i "sine=frequency=880:duration=0.42" -f lavfi -i "sine=frequency=660:duration=0.48" \
  -filter_complex "[0]afade=t=out:st=0.12:d=0.3[a];[1]afade=t=out:st=0.1:d=0.38[b];[a][b]concat=n=2:v=0:a=1,volume=0.8" "$work/chime.wav"
encode chime
while IFS="$(printf '\t')" read -r name text; do
  [ -n "$name" ] || continue
  espeak-ng -v id -s 150 -p 45 -w "$work/raw.wav" -- "$text"
  ffmpeg -nostdin -v error -y -i "$work/raw.wav" -af "silenceremove=start_periods=1:start_threshold=-50dB,areverse,silenceremove=start_periods=1:start_threshold=-50dB,areverse" "$work/$name.wav"
  encode "$name"
done < "$list"
rm -r "$work"
