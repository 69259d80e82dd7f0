# SPDX-License-Identifier: MIT
#
# Makes attrigraph-format(5) of the JSON Schema, so that the manual names each member
# there is and no other.
#
#   cmake -DSCHEMA=FILE -DPAGE=FILE -P format-page.cmake

file (READ "${SCHEMA}" schema)
set (page "")

function (put text)
  set (page "${page}${text}\n" PARENT_SCOPE)
endfunction ()

# The member PATH... of the schema, or "" where there is none.
function (get out)
  string (JSON value ERROR_VARIABLE problem GET "${schema}" ${ARGN})
  if (problem)
    set (value "")
  endif ()
  set (${out} "${value}" PARENT_SCOPE)
endfunction ()

# Text as mdoc has it: no macro at the start of a line, no escape, a sentence a line.
function (escape out text)
  string (REPLACE "\\" "\\e" text "${text}")
  string (REGEX REPLACE "([.:?!]) +([A-Z])" "\\1\n\\2" text "${text}")
  string (REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set (${out} "${text}" PARENT_SCOPE)
endfunction ()

# The members of the array at PATH..., as "a, b or c".
function (list_words out)
  string (JSON n LENGTH "${schema}" ${ARGN})
  math (EXPR last "${n} - 1")
  set (words "")
  foreach (i RANGE ${last})
    get (word ${ARGN} ${i})
    if (i EQUAL 0)
      set (words "${word}")
    elseif (i EQUAL last)
      string (APPEND words " or ${word}")
    else ()
      string (APPEND words ", ${word}")
    endif ()
  endforeach ()
  set (${out} "${words}" PARENT_SCOPE)
endfunction ()

# What kind of value the schema at PATH... takes, in words.
function (describe out)
  get (ref ${ARGN} "$ref")
  get (enum ${ARGN} enum)
  get (const ${ARGN} const)
  get (type ${ARGN} type)
  if (ref MATCHES "/([a-z_]+)$")
    set (words "${CMAKE_MATCH_1}")
  elseif (NOT enum STREQUAL "")
    list_words (words ${ARGN} enum)
  elseif (NOT const STREQUAL "")
    set (words "${const}")
  elseif (type MATCHES "integer.*string")
    set (words "whole number or text")
  elseif (type STREQUAL "boolean")
    set (words "true or false")
  elseif (type STREQUAL "array")
    describe (item ${ARGN} items)
    set (words "array of ${item}")
  elseif (type STREQUAL "integer")
    set (words "whole number")
  elseif (type STREQUAL "string")
    set (words "text")
  else ()
    get (condition ${ARGN} if const)
    describe (other ${ARGN} else)
    set (words "${condition} or ${other}")
  endif ()
  set (${out} "${words}" PARENT_SCOPE)
endfunction ()

# One member, unless it is only what any statement may have.
macro (put_member member required)
  get (ref ${where} properties ${member} "$ref")
  if (NOT ref MATCHES "relationship/properties")
    describe (kind ${where} properties ${member})
    get (text ${where} properties ${member} description)
    escape (text "${text}")
    put (".It Cm ${member} Pq ${kind}${required}")
    if (NOT text STREQUAL "")
      put ("${text}")
    endif ()
  else ()
    set (statement TRUE)
  endif ()
endmacro ()

# An object at the path `where`: its members, those that must be there first.
macro (put_members)
  set (statement FALSE)
  get (all ${where} properties)
  get (required ${where} required)
  string (JSON n LENGTH "${all}")
  math (EXPR last "${n} - 1")
  put (".Bl -tag -width Ds")
  foreach (wanted IN ITEMS TRUE FALSE)
    foreach (i RANGE ${last})
      string (JSON member MEMBER "${all}" ${i})
      string (FIND "${required}" "\"${member}\"" found)
      if (wanted AND NOT found EQUAL -1)
        put_member (${member} ", required")
      elseif (NOT wanted AND found EQUAL -1)
        put_member (${member} "")
      endif ()
    endforeach ()
  endforeach ()
  put (".El")
  if (statement)
    put (".Pp\nFurther members are those of a relationship but for its ends.")
  endif ()
endmacro ()

# A section on the definition NAME.
macro (put_definition name title)
  set (where "$defs;${name}")
  get (text ${where} description)
  escape (text "${text}")
  put (".Ss \\&${title}")
  if (NOT text STREQUAL "")
    put ("${text}")
  endif ()
  if ("${name}" STREQUAL "citation" OR "${name}" STREQUAL "revoked")
    list (APPEND where else)
  endif ()
  put_members ()
endmacro ()

put (".\\\" SPDX-License-Identifier: MIT
.\\\" Made by data/man/format-page.cmake from the JSON Schema.
.Dd November 28, 2026
.Dt ATTRIGRAPH-FORMAT 5
.Os
.Sh NAME
.Nm attrigraph-format
.Nd sourced claims about who is behind what, as JSON
.Sh DESCRIPTION
A document is a JSON object in UTF-8.
It holds sources, entities and relationships; all files of a run of
.Xr attrigraph 1
are one graph, and an id may be defined in any of them.
Nothing is merged by name.
A member that is not listed here is a warning, a duplicate one an error.
.Pp
Statements are the relationships, and what an entity says in
.Cm aliases ,
.Cm availability
and
.Cm prevalence .
Each rests on its citations, else on the document's
.Cm citation :
the source that was read, and the claimant who says it there.
.Sh MEMBERS
.Ss A document")
set (where "")
put_members ()
put_definition (source "A source")
put_definition (entity "An entity")
put_definition (relationship "A relationship")
put_definition (citation "A citation")

# What is left of the definitions: objects have sections, values stand in a list.
get (definitions "$defs")
string (JSON n_definitions LENGTH "${definitions}")
math (EXPR last_definition "${n_definitions} - 1")
set (values "")
foreach (d RANGE ${last_definition})
  string (JSON name MEMBER "${definitions}" ${d})
  get (properties "$defs" ${name} properties)
  get (more "$defs" ${name} else properties)
  if (NOT "${properties}${more}" STREQUAL "")
    if (NOT name MATCHES "^(source|entity|relationship|citation)$")
      put_definition (${name} "${name}")
    endif ()
  else ()
    list (APPEND values ${name})
  endif ()
endforeach ()
put (".Sh VALUES\n.Bl -tag -width Ds")
foreach (name IN LISTS values)
  get (text "$defs" ${name} description)
  escape (text "${text}")
  describe (kind "$defs" ${name})
  put (".It Cm ${name} Pq ${kind}\n${text}")
endforeach ()
put (".El
.Sh EXAMPLES
A whole case is installed with the program, in
.Pa share/attrigraph/examples/tag-22 ;
.Ql attrigraph new report
begins a file.
.Sh SEE ALSO
.Xr attrigraph 1 ,
.Xr attrigraph-rules 7")
file (WRITE "${PAGE}" "${page}")
