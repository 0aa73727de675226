# Runs in new namespaces, as sandbox.ts starts it: sh enter.sh SOURCE HIDE PROGRAM ARGUMENTS…
# The machine can be read and not written; the program gets a copy of the folder SOURCE in a file system of its own, devices that
# hold nothing, no sockets of /run (nor of /tmp, where HIDE is "tmp"), and no privilege to undo any of this.
set -eu
source=$1
hide=$2
shift 2
mount --make-rprivate /
mount -t tmpfs -o size=64m,nosuid tmpfs /run
mkdir -p /run/work /run/dev/shm
cp -R "$source/." /run/work
for device in null zero full random urandom; do
  touch "/run/dev/$device"
  mount --bind "/dev/$device" "/run/dev/$device"
done
ln -s /proc/self/fd /run/dev/fd
mount --rbind /run/dev /dev
[ "$hide" != tmp ] || mount -t tmpfs -o size=1m,nosuid,nodev tmpfs /tmp
while read -r _ _ _ _ point options _; do
  point=$(printf '%b' "$point")
  case "$point" in
    /run | /run/* | /dev | /dev/*) continue ;;
  esac
  mount -o "remount,bind,ro,${options#r[wo],}" "$point" 2>/run/why || case "$point" in
    /proc/* | /sys/*) ;;
    *) if [ -e "$point" ]; then cat /run/why >&2; exit 125; fi ;;
  esac
done </proc/self/mountinfo
cd /run/work
export TMPDIR=/run/work
exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
