# Spark: each partition goes through one process, line by line.
#   WENCUN=/opt/wencun spark-submit spark-pipe.py hdfs:///pages.ndjson hdfs:///lines
import os
import sys

from pyspark.sql import SparkSession

pages, lines = sys.argv[1:]
spark = SparkSession.builder.appName("wencun").getOrCreate()
spark.sparkContext.textFile(pages, minPartitions=int(os.environ.get("PARTITIONS", "200"))).pipe(
    f"node {os.environ['WENCUN']}/scripts/clip.ts - --jobs 1"
).saveAsTextFile(lines)
