#!/usr/bin/env bash
# Makes the pictures of README and help with the program itself: resources/help/pictures.sh [BUILD]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build}
work=$(mktemp -d)
trap 'WEFT_STATE_DIR=$work/state WEFT_SOCKET=$work/rt/runner.sock "$build/bin/weft" runner stop >/dev/null 2>&1; rm -rf "$work"' EXIT
mkdir -p "$work/state" "$work/home"
mkdir -m 700 "$work/rt"
export WEFT_STATE_DIR=$work/state WEFT_SOCKET=$work/rt/runner.sock XDG_RUNTIME_DIR=$work/rt HOME=$work/home QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

# The first steps' broken task: a variable named as an engine once named it.
sed 's/^\( *\)GREETING: /\1"dynamic.out(greet)": /' resources/examples/hello.weft.yaml > "$work/hello.weft.yaml"
printf '{"folders":["%s"],"commands":[]}\n' "$work" > "$work/state/trust.json"


# A flow with a group that has an exit handler of its own, and one that the last commit has in another way.
mkdir "$work/bakery"
cat > "$work/bakery/bakery.weft.yaml" <<'END'
weftwork: 1
name: bakery
environment: {image: alpine:3.20, cpu: 100m, memory: 64Mi, env: {OVEN: stone}}
tasks:
  - name: buy
    command: echo "flour, water, salt"
  - name: dough
    needs: [buy]
    environment: {memory: 256Mi}
    tasks:
      - {name: mix, command: "echo mixing; sleep 2"}
      - {name: rest, needs: [mix], command: "sleep 3"}
      - {name: knead, needs: [rest], command: "echo kneading"}
    handlers:
      - {name: clean-bowl, runs: always, command: "echo the bowl is clean"}
  - name: heat
    needs: [buy]
    environment: {env: {OVEN: brick}}
    command: echo "$OVEN oven"; sleep 6
  - name: bake
    needs: [dough, heat]
    retry: 2
    timeout: 10m
    command: echo baked
  - name: sell
    needs: [bake]
    command: echo sold
handlers:
  - {name: sweep, runs: always, command: "echo the floor is swept"}
  - {name: apologise, runs: on-failure, command: "echo no bread today"}
END
sed -e 's/^  - name: heat$/  - name: light-the-oven/; s/\[dough, heat\]/[dough, light-the-oven]/; s/retry: 2/retry: 1/' -e '/name: sell/,$d' "$work/bakery/bakery.weft.yaml" > "$work/bakery/then"
mv "$work/bakery/bakery.weft.yaml" "$work/bakery/now"
cp "$work/bakery/then" "$work/bakery/bakery.weft.yaml"
git -C "$work/bakery" init -q
git -C "$work/bakery" add bakery.weft.yaml
git -C "$work/bakery" -c user.name=baker -c user.email=baker@localhost commit -qm bread
mv "$work/bakery/now" "$work/bakery/bakery.weft.yaml"
printf '{"folders":["%s","%s/bakery"],"commands":[]}\n' "$work" "$work" > "$work/state/trust.json"
bakery=$work/bakery/bakery.weft.yaml

shot() { "$build/bin/weftwork" --screenshot "resources/help/$1" --size 1280x800 "${@:2}" 2>/dev/null; }
light=(--language en --theme light)
shot first.png "${light[@]}"
shot running.png "${light[@]}" --run --running --panel runs "$bakery"
shot window.png "${light[@]}" --run --select report --panel problems "$work/hello.weft.yaml"
shot finding.png "${light[@]}" --select report --panel problems "$work/hello.weft.yaml"
shot handlers.png "${light[@]}" --select sweep --panel problems "$bakery"
shot group.png "${light[@]}" --select dough/knead --panel problems "$bakery"
shot engines.png "${light[@]}" --panel engines "$bakery"
shot environment.png "${light[@]}" --select heat --panel environment "$bakery"
shot tasks.png "${light[@]}" --panel tasks "$bakery"
shot compare.png "${light[@]}" --panel compare --command file.compare-git "$bakery"
shot dark-chinese.png --language zh_CN --theme dark --run --select report --panel yaml "$work/hello.weft.yaml"
