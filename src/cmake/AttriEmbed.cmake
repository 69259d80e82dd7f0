# Run by a build step: makes a C file of text files.
#
#   cmake -DOUT=FILE -DARRAYS=name=file,file;name=… -P AttriEmbed.cmake
#
# Each array holds its files one after the other, and a zero. A file called
# *LICEN[CS]E* becomes a comment, as scripts have them.
set (code "/* Made by AttriEmbed.cmake of the files of data/html. */\n#include \"draw/html-files.h\"\n")
foreach (array IN LISTS ARRAYS)
  string (REGEX MATCH "^([a-z_]+)=(.*)$" parts "${array}")
  set (name "${CMAKE_MATCH_1}")
  string (REPLACE "," ";" files "${CMAKE_MATCH_2}")
  set (bytes "")
  foreach (file IN LISTS files)
    file (READ "${file}" hex HEX)
    if (file MATCHES "[Ll]icen[cs]e|LICENSE")
      # "/*!\n" and "*/\n"
      set (hex "2f2a210a${hex}2a2f0a")
    endif ()
    string (REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," hex "${hex}")
    string (APPEND bytes "${hex}")
  endforeach ()
  string (REGEX REPLACE "(('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',)('\\\\x[0-9a-f][0-9a-f]',))"
    "\\1\n" bytes "${bytes}")
  string (APPEND code "const char attri_html_${name}[] = {\n${bytes}0};\n")
endforeach ()
file (WRITE "${OUT}" "${code}")
