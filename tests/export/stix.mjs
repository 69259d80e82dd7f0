// SPDX-License-Identifier: MIT
//
// What MITRE's own schemas of STIX 2.1 find wrong with the objects of a bundle, as JSON:
// an object's type, the place in it, and what was expected there.
//
//   node stix.mjs NODE_MODULES FILE
//
// The schemas are ATT&CK's, which knows fewer types than STIX and more members than any
// other: only what it says of all objects and of all relationships is asked.
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const schemas = await import(
  pathToFileURL(`${modules}/@mitre-attack/attack-data-model/dist/index.js`));
const { objects } = JSON.parse(fs.readFileSync(file, "utf8"));
const known = (type) => schemas.stixTypeSchema.safeParse(type).success;

const complaints = [];
let checked = 0;
for (const thing of objects.filter(({ type }) => known(type) && type !== "marking-definition")) {
  const schema = thing.type === "relationship"
    ? schemas.stixRelationshipObjectSchema : schemas.stixDomainObjectSchema;
  const { error } = schema.safeParse(thing);
  checked += 1;
  for (const issue of error?.issues ?? [])
    if (issue.code !== "unrecognized_keys")
      complaints.push([thing.type, issue.path.join("/"), issue.message]);
}
for (const { external_references: references } of objects)
  for (const reference of references ?? []) {
    const { error } = schemas.externalReferenceSchema.safeParse(reference);
    for (const issue of error?.issues ?? [])
      complaints.push(["external_references", issue.path.join("/"), issue.message]);
  }
console.log(JSON.stringify({ checked, complaints }));
