#!/bin/sh
# Before the first installation downloads anything: how large that is, and how to choose PyTorch's CPU build.
case "$(uname -s)" in
Linux) size="some gigabytes, because PyTorch brings CUDA on Linux" ;;
*) size="about half a gigabyte" ;;
esac
cat <<TEXT
Installing PyTorch, Qt and a few libraries into .venv. The download is $size.
For the CPU build (a tenth of that), stop this now, install it into .venv with the pip command that PyTorch's
"Get started" page gives for CPU, and run make again: an installed PyTorch of the right version is kept.
TEXT
