"""Reads one record in Confluent's wire format, with nothing but the id in its bytes and the registry's answer.

    python3 read_confluent.py http://localhost:8080/apis/ccompat/v7 HEX

A minimal Avro decoder (Avro 1.12 specification, "Binary Encoding"); it knows none of the topics' schemas.
"""

import json
import struct
import sys
import urllib.request


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def bytes(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def long(self):
        shift = number = 0
        while True:
            byte = self.bytes(1)[0]
            number |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return (number >> 1) ^ -(number & 1)

    def blocks(self, item):
        while (count := self.long()) != 0:
            if count < 0:
                count = -count
                self.long()
            for _ in range(count):
                yield item()

    def value(self, schema, names):
        if isinstance(schema, list):
            return self.value(schema[self.long()], names)
        kind = schema if isinstance(schema, str) else schema["type"]
        if isinstance(kind, (dict, list)):
            return self.value(kind, names)
        if kind in names:
            return self.value(names[kind], names)
        if kind == "null":
            return None
        if kind == "boolean":
            return self.bytes(1) == b"\x01"
        if kind in ("int", "long"):
            return self.long()
        if kind == "float":
            return struct.unpack("<f", self.bytes(4))[0]
        if kind == "double":
            return struct.unpack("<d", self.bytes(8))[0]
        if kind == "string":
            return self.bytes(self.long()).decode("utf-8")
        if kind == "enum":
            return schema["symbols"][self.long()]
        if kind == "array":
            return list(self.blocks(lambda: self.value(schema["items"], names)))
        if kind == "map":
            return dict(self.blocks(lambda: (self.value("string", names), self.value(schema["values"], names))))
        if kind == "record":
            return {f["name"]: self.value(f["type"], names) for f in schema["fields"]}
        raise ValueError(f"unknown type {kind}")


def declare(schema, names):
    """Learns every named type before reading, since a value may be absent where its type is declared."""
    if isinstance(schema, list):
        for branch in schema:
            declare(branch, names)
    elif isinstance(schema, dict):
        if schema["type"] in ("record", "enum", "fixed"):
            names[schema["name"]] = names[schema.get("namespace", "news.dateline") + "." + schema["name"]] = schema
        for field in schema.get("fields", []):
            declare(field["type"], names)
        for part in ("items", "values"):
            declare(schema.get(part), names)
        if isinstance(schema["type"], (dict, list)):
            declare(schema["type"], names)


def main():
    registry, data = sys.argv[1], bytes.fromhex(sys.argv[2])
    magic, schema_id = struct.unpack(">bI", data[:5])
    if magic != 0:
        sys.exit(f"no magic byte 0 but {magic}")
    with urllib.request.urlopen(f"{registry}/schemas/ids/{schema_id}") as answer:
        schema = json.loads(json.load(answer)["schema"])
    names = {}
    declare(schema, names)
    reader = Reader(data[5:])
    record = reader.value(schema, names)
    if reader.at != len(data) - 5:
        sys.exit("bytes are left over")
    print(json.dumps(record))


main()
