#!/usr/bin/env bash
# The judge of DolphinScheduler: its Python SDK from PyPI, and the server's own classes from Maven Central (where java and mvn are there; without them the
# JSON is judged by its shape alone).
set -euo pipefail
dir=$1
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet "apache-dolphinscheduler==4.1.0"
here=$(cd "$(dirname "$0")" && pwd)
command -v mvn > /dev/null && command -v javac > /dev/null || { echo "no mvn or javac: the server's own classes are left out"; exit 0; }
mkdir -p "$dir/jars"
# 3.4.2 has no parent pom and no task plugins on Central, so each jar is named; task-api stopped at 3.1.4
for artifact in org.apache.dolphinscheduler:dolphinscheduler-dao:3.4.2 org.apache.dolphinscheduler:dolphinscheduler-common:3.4.2 \
    org.apache.dolphinscheduler:dolphinscheduler-task-api:3.1.4 org.apache.dolphinscheduler:dolphinscheduler-spi:3.1.4 \
    com.fasterxml.jackson.core:jackson-databind:2.13.5 com.fasterxml.jackson.core:jackson-core:2.13.5 com.fasterxml.jackson.core:jackson-annotations:2.13.5 \
    com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.13.5 com.google.guava:guava:31.1-jre org.apache.commons:commons-lang3:3.12.0 \
    org.apache.commons:commons-collections4:4.4 commons-collections:commons-collections:3.2.2 org.slf4j:slf4j-api:1.7.36 com.baomidou:mybatis-plus-annotation:3.5.2 org.mybatis:mybatis:3.5.9; do
    mvn --quiet --batch-mode dependency:copy -Dartifact="$artifact" -DoutputDirectory="$dir/jars" -Dmdep.useBaseVersion=true || { echo "$artifact is not to be had"; rm -rf "$dir/jars"; exit 0; }
done
mkdir -p "$dir/classes"
javac -nowarn -cp "$dir/jars/*" -d "$dir/classes" "$here/Judge.java" "$here/GlobalParameterUtils.java"
